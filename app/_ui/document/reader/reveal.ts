/** Id of the text of a passage or element in the page. */
export const itemId = (key: string) => `read-${key}`;

/** Id of its mark on the page's picture. */
export const markId = (key: string) => `mark-${key}`;

/** Brings the mark into view; does nothing where there is none. */
export function revealMark(key: string): void {
  document.getElementById(markId(key))?.scrollIntoView({ block: 'nearest' });
}

/** Brings the text into view and gives it the focus; does nothing where there is none. */
export function revealItem(key: string): void {
  const item = document.getElementById(itemId(key));
  item?.focus({ preventScroll: true });
  item?.scrollIntoView({ block: 'nearest' });
}
