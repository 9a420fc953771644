import type { Element, HiddenReason } from './parsed-document';

/** Characters of hidden text that are kept of one document; it is there to be looked at only. */
const keptLength = 2_000_000;

/** Whether readers of the document see this. */
export const isVisible = ({ hidden }: Element) => hidden === undefined;

/** The same elements as ones that readers do not see. What is hidden already keeps its reason. */
export function hide(elements: Element[], reason: HiddenReason): Element[] {
  return elements.map((element) => ({ hidden: reason, ...element }));
}

/** One hidden text as elements: none when it says nothing. */
export function hiddenText(text: string, reason: HiddenReason, page: number | null): Element[] {
  return text === '' ? [] : [{ kind: 'text', text, page, hidden: reason }];
}

/** All that is visible, and hidden text as far as it is kept. */
export function cutHidden(elements: Element[]): Element[] {
  let length = 0;
  return elements.filter((element) => {
    if (isVisible(element)) return true;
    length += element.text.length;
    return length <= keptLength;
  });
}
