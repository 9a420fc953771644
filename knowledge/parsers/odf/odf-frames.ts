import { allNamed } from '../xml';

/** Width and height of the largest page, in centimetres. */
export interface PageSize {
  width: number;
  height: number;
}

const centimetres: Record<string, number> = { cm: 1, mm: 0.1, in: 2.54, pt: 0.03528, px: 0.02646 };

/** @param roots of the parts that may describe pages */
export function readPageSize(roots: (Element | null)[]): PageSize {
  const layouts = roots.flatMap((root) => allNamed(root, 'style:page-layout-properties'));
  const largest = (attribute: string) =>
    Math.max(0, ...layouts.map((layout) => lengthOf(layout, attribute) ?? 0));
  return { width: largest('fo:page-width'), height: largest('fo:page-height') };
}

/** Whether a frame with a place of its own stands beside its page. */
export function isOffPage(frame: Element, { width, height }: PageSize): boolean {
  const [x, y] = [lengthOf(frame, 'svg:x'), lengthOf(frame, 'svg:y')];
  if (x === undefined || y === undefined) return false;
  const [right, bottom] = [lengthOf(frame, 'svg:width') ?? 0, lengthOf(frame, 'svg:height') ?? 0];
  const isBefore = x + right <= 0 || y + bottom <= 0;
  return isBefore || (width > 0 && x >= width) || (height > 0 && y >= height);
}

function lengthOf(element: Element, attribute: string): number | undefined {
  const [, digits, unit = ''] =
    /^(-?[\d.]+)(cm|mm|in|pt|px)$/.exec(element.getAttribute(attribute) ?? '') ?? [];
  return digits === undefined ? undefined : Number(digits) * (centimetres[unit] ?? 1);
}
