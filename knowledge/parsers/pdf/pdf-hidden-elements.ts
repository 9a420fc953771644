import type { Element, HiddenReason } from '../parsed-document';
import { toArea } from './pdf-geometry';
import { type Line, lineText } from './pdf-lines';
import type { PageContent } from './pdf-page-content';
import { layOut } from './pdf-page-lines';
import { turnBack } from './pdf-piece';

/** The text of a page that readers do not see, one element for each reason. */
export function hiddenElements(content: PageContent): Element[] {
  const hidden = content.pieces.filter((piece) => piece.hidden !== null);
  if (hidden.length === 0) return [];
  const byReason = Map.groupBy(hidden, (piece) => piece.hidden);
  return [...byReason].flatMap(([reason, pieces]) =>
    reason === null ? [] : [hiddenElement(layOut(pieces, content), reason, content)],
  );
}

function hiddenElement(lines: Line[], reason: HiddenReason, content: PageContent): Element {
  let text = '';
  const boxes = lines.map((line) => {
    const at = text === '' ? 0 : text.length + 1;
    text += `${text === '' ? '' : '\n'}${lineText(line)}`;
    return { ...toArea(turnBack(line.place, line.angle), content), at };
  });
  const places = reason === 'off-page' ? {} : { boxes };
  return { kind: 'text', text, page: content.number, hidden: reason, ...places };
}
