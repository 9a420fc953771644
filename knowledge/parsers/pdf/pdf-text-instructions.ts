import { type Matrix, multiply } from './pdf-geometry';
import { type GraphicsState, identity, moveText } from './pdf-graphics-state';

/** Sets one thing that text is drawn with, from the numbers of an instruction. */
type TextInstruction = (state: GraphicsState, numbers: number[]) => void;

/** The instructions of pdf.js that say how and where text is drawn, but for its font. */
export const textInstructions: Record<string, TextInstruction> = {
  beginText: (state) => setTextMatrix(state, identity),
  setTextMatrix: (state, [matrix]) =>
    setTextMatrix(state, multiply(identity, matrix as unknown as ArrayLike<number>)),
  setCharSpacing: (state, [value = 0]) => {
    state.charSpacing = value;
  },
  setWordSpacing: (state, [value = 0]) => {
    state.wordSpacing = value;
  },
  setHScale: (state, [percent = 100]) => {
    state.stretch = percent / 100;
  },
  setLeading: (state, [value = 0]) => {
    state.leading = -value;
  },
  setTextRenderingMode: (state, [mode = 0]) => {
    state.mode = mode;
  },
  setTextRise: (state, [rise = 0]) => {
    state.rise = rise;
  },
  moveText: (state, [x = 0, y = 0]) => moveText(state, x, y),
  setLeadingMoveText: (state, [x = 0, y = 0]) => {
    state.leading = y;
    moveText(state, x, y);
  },
  nextLine: (state) => moveText(state, 0, state.leading),
};

function setTextMatrix(state: GraphicsState, matrix: Matrix): void {
  Object.assign(state, { textMatrix: matrix, x: 0, y: 0, lineX: 0, lineY: 0 });
}
