/** Elements that begin and end a line. */
export const blockNames = new Set(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

/**
 * The text in an element, with a space where a line or block ends; readings of characters stand in
 * brackets.
 * @param skipped names of elements that are left out, in capitals
 */
export function elementText(element: Element, skipped: string[] = []): string {
  let text = '';
  for (const node of element.childNodes) {
    if (node.nodeType === 3) text += node.textContent ?? '';
    if (node.nodeType !== 1) continue;
    const child = node as Element;
    const name = child.tagName.toLowerCase();
    if (skipped.includes(child.tagName)) continue;
    if (name === 'br') text += ' ';
    else if (name === 'rt') text += `(${elementText(child, skipped)})`;
    else if (blockNames.has(name)) text += ` ${elementText(child, skipped)} `;
    else text += elementText(child, skipped);
  }
  return text;
}
