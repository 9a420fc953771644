import { opaque, readColour } from '../colours';
import { Backdrop } from './pdf-backdrop';
import { intersect, type Matrix, multiply, type Rect, sizeOf, transformRect } from './pdf-geometry';
import {
  type GraphicsState,
  initialState,
  type Layers,
  type Paint,
  type PdfFont,
} from './pdf-graphics-state';
import { hiddenReason, leastAlpha } from './pdf-hidden-pieces';
import { readPath, thinRule } from './pdf-path';
import type { Piece } from './pdf-piece';
import { type Glyph, placeGlyphs } from './pdf-show-text';
import { textInstructions } from './pdf-text-instructions';

/** A page with more lines than this is a drawing; looking for tables in it would take for ever. */
const maxRules = 4000;
/** Paths that are filled; those that are neither filled nor ended are lines. */
const fillNames = [
  'fill',
  'eoFill',
  'fillStroke',
  'eoFillStroke',
  'closeFillStroke',
  'closeEOFillStroke',
];
/** Everything that paints a picture or a stencil into the unit square. */
const pictureNames = [
  'paintImageXObject',
  'paintImageXObjectRepeat',
  'paintInlineImageXObject',
  'paintInlineImageXObjectGroup',
  'paintImageMaskXObject',
  'paintImageMaskXObjectGroup',
  'paintImageMaskXObjectRepeat',
  'paintSolidColorImageMask',
];

interface PageFrame {
  /** From the page's own coordinates to those in which it is shown. */
  matrix: Matrix;
  area: Rect;
  fonts: Map<string, PdfFont>;
  layers: Layers;
}

type Codes = Readonly<Record<string, number>>;
/** What is done with a path, its steps, and how far it reaches. */
type PathValues = [number, [Float32Array | null], Float32Array];
type Handler = (args: unknown[]) => void;

/** Follows a page's instructions, and keeps where its text, pictures and lines stand. */
export class PageReader {
  readonly pieces: Piece[] = [];
  readonly pictures: Rect[] = [];
  rules: Rect[] = [];
  hasDrawings = false;

  readonly #frame: PageFrame;
  readonly #backdrop = new Backdrop();
  #state: GraphicsState;
  readonly #saved: GraphicsState[] = [];
  readonly #marks: { isHidden: boolean; mark: number | null }[] = [];
  #formDepth = 0;
  #isClipping = false;
  /**
   * Pictures that are not decoded leave no instruction behind but that for their place: one that
   * nothing is painted in.
   */
  #isPlaceEmpty = false;

  constructor(frame: PageFrame) {
    this.#frame = frame;
    this.#state = initialState(frame.matrix, frame.area);
  }

  read(codes: number[], args: unknown[], ops: Codes): void {
    const handlers = new Map<number | undefined, Handler>();
    for (const [name, handler] of Object.entries(this.#handlers)) handlers.set(ops[name], handler);
    for (const [name, instruct] of Object.entries(textInstructions)) {
      handlers.set(ops[name], (values) => instruct(this.#state, values as number[]));
    }
    for (const name of pictureNames) handlers.set(ops[name], () => this.#addPicture());
    const fills = new Set(fillNames.map((name) => ops[name]));
    handlers.set(ops.constructPath, (values) => {
      const [paint, [path], minMax] = values as PathValues;
      const kind = fills.has(paint) ? 'fill' : paint === ops.endPath ? 'none' : 'stroke';
      this.#drawPath(kind, path, minMax);
    });
    codes.forEach((code, at) => {
      handlers.get(code)?.((args[at] ?? []) as unknown[]);
    });
    this.#endPlace();
    if (this.rules.length > maxRules) this.rules = [];
  }

  readonly #handlers: Record<string, Handler> = {
    save: () => this.#save(),
    restore: () => this.#restore(),
    transform: (args) => {
      this.#state.matrix = multiply(this.#state.matrix, args as number[]);
      this.#isPlaceEmpty = true;
    },
    paintFormXObjectBegin: ([matrix, box]) => {
      this.#save();
      this.#formDepth += 1;
      this.#isPlaceEmpty = false;
      if (matrix) this.#state.matrix = multiply(this.#state.matrix, matrix as number[]);
      if (box) this.#clip(box as number[]);
    },
    paintFormXObjectEnd: () => {
      this.#restore();
      this.#formDepth -= 1;
    },
    beginAnnotation: ([, , place, matrix]) => {
      this.#save();
      this.#state = initialState(this.#frame.matrix, this.#frame.area);
      for (const inner of [place, matrix]) {
        this.#state.matrix = multiply(this.#state.matrix, inner as number[]);
      }
    },
    endAnnotation: () => this.#restore(),
    clip: () => {
      this.#isClipping = true;
    },
    eoClip: () => {
      this.#isClipping = true;
    },
    setGState: ([entries]) => {
      for (const [key, value] of entries as [string, unknown][]) this.#setParameter(key, value);
    },
    setFillRGBColor: ([colour]) => {
      this.#state.fill = toPaint(colour);
    },
    setStrokeRGBColor: ([colour]) => {
      this.#state.stroke = toPaint(colour);
    },
    setFillColorN: () => Object.assign(this.#state, { fill: null }),
    setFillTransparent: () => Object.assign(this.#state, { fill: null }),
    setStrokeColorN: () => Object.assign(this.#state, { stroke: null }),
    setStrokeTransparent: () => Object.assign(this.#state, { stroke: null }),
    shadingFill: () => this.#paint(this.#state.clip),
    beginMarkedContent: () => this.#marks.push({ isHidden: false, mark: null }),
    beginMarkedContentProps: ([tag, properties]) => this.#beginMark(tag, properties),
    endMarkedContent: () => this.#marks.pop(),
    setFont: ([name, size]) => this.#setFont(String(name), Number(size)),
    showText: ([glyphs]) => this.#showText(glyphs as (Glyph | number)[]),
  };

  #save(): void {
    this.#saved.push({ ...this.#state });
  }

  #restore(): void {
    this.#endPlace();
    this.#state = this.#saved.pop() ?? this.#state;
  }

  #endPlace(): void {
    if (this.#isPlaceEmpty) this.#addPicture();
    this.#isPlaceEmpty = false;
  }

  #addPicture(): void {
    const square = transformRect(this.#state.matrix, { left: 0, bottom: 0, right: 1, top: 1 });
    const area = intersect(square, this.#state.clip);
    if (sizeOf(area) > 0 && !this.#isHidden()) this.pictures.push(area);
    this.#paint(area);
  }

  /** Covers an area with something that has no colour of its own. */
  #paint(area: Rect): void {
    this.#isPlaceEmpty = false;
    if (this.#isHidden()) return;
    this.hasDrawings = true;
    this.#backdrop.add(area, null, false);
  }

  #drawPath(kind: 'fill' | 'stroke' | 'none', path: Float32Array | null, minMax: Float32Array) {
    const { matrix, clip, fill, alpha, isBlended } = this.#state;
    const isClipping = this.#isClipping;
    this.#isClipping = false;
    if (!path || !minMax) return;
    if (isClipping) this.#clip(minMax);
    if (kind === 'none') return;
    this.#isPlaceEmpty = false;
    if (this.#isHidden() || alpha < leastAlpha) return;
    this.hasDrawings = true;
    const { bounds, rules, isRectangle } = readPath(matrix, path, minMax);
    const area = intersect(bounds, clip);
    if (kind === 'stroke') this.rules.push(...rules);
    else {
      const thin = thinRule(area);
      this.rules.push(...(thin.length > 0 || !isRectangle ? thin : rules));
      const isSolid = isRectangle && alpha === 1 && !isBlended;
      this.#backdrop.add(area, fill, isSolid);
    }
  }

  #clip(box: ArrayLike<number>): void {
    const [left = 0, bottom = 0, right = 0, top = 0] = Array.from(box);
    const area = transformRect(this.#state.matrix, { left, bottom, right, top });
    this.#state.clip = intersect(this.#state.clip, area);
  }

  #setParameter(key: string, value: unknown): void {
    if (key === 'ca') this.#state.alpha = Number(value);
    else if (key === 'BM') this.#state.isBlended = value !== 'source-over';
    else if (key === 'Font' && Array.isArray(value)) {
      this.#setFont(String(value[0]), Number(value[1]));
    }
  }

  #setFont(name: string, size: number): void {
    this.#state.font = this.#frame.fonts.get(name) ?? null;
    this.#state.fontSize = Math.abs(size);
    this.#state.direction = size < 0 ? -1 : 1;
  }

  /** Numbers of marks inside a form are the form's own; the page knows only those around it. */
  #beginMark(tag: unknown, properties: unknown): void {
    const isHidden = tag === 'OC' && !this.#frame.layers.isVisible(properties);
    const isOwn = tag !== 'OC' && typeof properties === 'number' && this.#formDepth === 0;
    this.#marks.push({ isHidden, mark: isOwn ? properties : null });
  }

  #isHidden(): boolean {
    return this.#marks.some((mark) => mark.isHidden);
  }

  #showText(glyphs: (Glyph | number)[]): void {
    this.#isPlaceEmpty = false;
    const mark = this.#marks.findLast((entry) => entry.mark !== null)?.mark ?? null;
    const isOff = this.#isHidden();
    for (const piece of placeGlyphs(this.#state, glyphs, mark)) {
      const { area } = this.#frame;
      piece.hidden = isOff ? 'hidden-text' : hiddenReason(piece, this.#state, area, this.#backdrop);
      this.pieces.push(piece);
    }
  }
}

function toPaint(colour: unknown): Paint {
  return opaque(readColour(String(colour))) ?? null;
}
