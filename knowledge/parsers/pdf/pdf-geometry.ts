import type { Area } from '../parsed-document';

/** A transformation as PDF writes it: x' = a·x + c·y + e and y' = b·x + d·y + f. */
export type Matrix = readonly [number, number, number, number, number, number];

/** A rectangle in points; y grows upwards, as in PDF. */
export interface Rect {
  left: number;
  bottom: number;
  right: number;
  top: number;
}

/** The inner transformation, then the outer one. */
export function multiply(outer: Matrix, inner: ArrayLike<number>): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g = 1, h = 0, i = 0, j = 1, k = 0, l = 0] = Array.from(inner);
  return [
    a * g + c * h,
    b * g + d * h,
    a * i + c * j,
    b * i + d * j,
    a * k + c * l + e,
    b * k + d * l + f,
  ];
}

export function transform([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** The rectangle around a transformed one. */
export function transformRect(matrix: Matrix, { left, bottom, right, top }: Rect): Rect {
  const corners = [
    transform(matrix, left, bottom),
    transform(matrix, left, top),
    transform(matrix, right, bottom),
    transform(matrix, right, top),
  ];
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  return {
    left: Math.min(...xs),
    bottom: Math.min(...ys),
    right: Math.max(...xs),
    top: Math.max(...ys),
  };
}

/** What two rectangles share; of no size when they share nothing. */
export function intersect(one: Rect, other: Rect): Rect {
  const left = Math.max(one.left, other.left);
  const bottom = Math.max(one.bottom, other.bottom);
  return {
    left,
    bottom,
    right: Math.max(left, Math.min(one.right, other.right)),
    top: Math.max(bottom, Math.min(one.top, other.top)),
  };
}

/** The rectangle around several. */
export function unite(rects: Rect[]): Rect {
  return {
    left: Math.min(...rects.map(({ left }) => left)),
    bottom: Math.min(...rects.map(({ bottom }) => bottom)),
    right: Math.max(...rects.map(({ right }) => right)),
    top: Math.max(...rects.map(({ top }) => top)),
  };
}

export function sizeOf({ left, bottom, right, top }: Rect): number {
  return Math.max(0, right - left) * Math.max(0, top - bottom);
}

export function covers({ left, bottom, right, top }: Rect, x: number, y: number): boolean {
  return x >= left && x <= right && y >= bottom && y <= top;
}

/** A rectangle as fractions of the page, from its left top corner; what hangs over is cut off. */
export function toArea(rect: Rect, page: { width: number; height: number }): Area {
  const fraction = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * 1e5) / 1e5;
  const x = fraction(rect.left / page.width);
  const y = fraction(1 - rect.top / page.height);
  return {
    x,
    y,
    width: Math.max(0, fraction(fraction(rect.right / page.width) - x)),
    height: Math.max(0, fraction(fraction(1 - rect.bottom / page.height) - y)),
  };
}
