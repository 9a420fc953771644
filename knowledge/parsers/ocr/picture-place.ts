import type { Area, Element } from '../parsed-document';

interface Size {
  width: number;
  height: number;
}

/** What was done to a picture before it was read: first made larger, then turned about its middle. */
export interface PictureChange {
  /** Of the picture as people see it, in pixels. */
  seen: Size;
  /** Of the picture that was read, in pixels. */
  read: Size;
  scale: number;
  /** Clockwise, in degrees. */
  turn: number;
}

/** Puts the boxes of elements where their lines stand in the picture that people see. */
export function placeAsSeen(elements: Element[], change: PictureChange): Element[] {
  return elements.map((element) => ({
    ...element,
    boxes: element.boxes?.map((box) => ({ ...areaAsSeen(box, change), at: box.at })),
  }));
}

/** The rectangle around an area that was turned back. Both are fractions of their picture. */
function areaAsSeen({ x, y, width, height }: Area, change: PictureChange): Area {
  const corners = [
    [x, y],
    [x + width, y],
    [x, y + height],
    [x + width, y + height],
  ].map(([across = 0, down = 0]) => pointAsSeen(across, down, change));
  const xs = corners.map((corner) => corner.x);
  const ys = corners.map((corner) => corner.y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { x: left, y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}

function pointAsSeen(across: number, down: number, { seen, read, scale, turn }: PictureChange) {
  const angle = (turn * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [dx, dy] = [(across - 0.5) * read.width, (down - 0.5) * read.height];
  return {
    x: fraction((dx * cos + dy * sin) / (scale * seen.width) + 0.5),
    y: fraction((dy * cos - dx * sin) / (scale * seen.height) + 0.5),
  };
}

function fraction(value: number): number {
  return Math.min(1, Math.max(0, value));
}
