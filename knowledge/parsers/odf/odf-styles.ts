import { type Colour, opaque, readColour, white } from '../colours';
import type { HiddenReason } from '../parsed-document';
import { allNamed, childrenNamed } from '../xml';
import { type PageSize, readPageSize } from './odf-frames';

/** How text looks, as far as that decides whether it is seen. */
export interface OdfLook {
  /** Undefined for the automatic colour and for what is not known. */
  colour: Colour | undefined;
  ground: Colour | undefined;
  /** In points. */
  size: number;
  reason: HiddenReason | undefined;
}

/** What the styles of an OpenDocument file say about what uses them. */
export interface OdfStyles {
  /** Rank of a paragraph that is a title by its style only. */
  titleLevel: (styleName: string | null) => number | undefined;
  /** Whether a sheet or slide of this style is not shown. */
  isHidden: (styleName: string | null) => boolean;
  /** The look of text in something of this style, inside of another look. */
  lookOf: (styleName: string | null, around: OdfLook) => OdfLook;
  pageSize: PageSize;
}

const titleLevels: Record<string, number> = { Title: 1, Subtitle: 2 };
/** Styles of what may stand on anything that is drawn. */
const drawn = /^(graphic|presentation)$/;
const longestChain = 20;

export const plainOdfLook: OdfLook = {
  colour: undefined,
  ground: white,
  size: 12,
  reason: undefined,
};

/** @param roots of `content.xml` and `styles.xml`; both hold styles */
export function readStyles(roots: (Element | null)[]): OdfStyles {
  const styles = new Map(
    roots
      .flatMap((root) => allNamed(root, 'style:style'))
      .map((style) => [style.getAttribute('style:name'), style]),
  );
  /** A style after those it is based on. */
  const chainOf = (name: string | null) => {
    const chain: Element[] = [];
    for (let at = name; at && chain.length < longestChain; ) {
      const style = styles.get(at);
      if (style) chain.unshift(style);
      at = style?.getAttribute('style:parent-style-name') ?? null;
    }
    return chain;
  };
  const titleLevel = (name: string | null) =>
    [titleLevels[name ?? '']]
      .concat(
        chainOf(name)
          .toReversed()
          .flatMap((style) => [
            titleLevels[style.getAttribute('style:name') ?? ''],
            titleLevels[style.getAttribute('style:parent-style-name') ?? ''],
          ]),
      )
      .find(Boolean);
  const looks = new Map<string | null, ((around: OdfLook) => OdfLook)[]>();
  const lookOf = (name: string | null, around: OdfLook) => {
    const changes = looks.get(name) ?? chainOf(name).map(changeOf);
    looks.set(name, changes);
    return changes.reduce((look, change) => change(look), around);
  };
  const isHidden = (name: string | null) => chainOf(name).some(hides);
  return { titleLevel, lookOf, isHidden, pageSize: readPageSize(roots) };
}

function says(style: Element, properties: string, attribute: string): string | null {
  return childrenNamed(style, `style:${properties}-properties`)[0]?.getAttribute(attribute) ?? null;
}

function hides(style: Element): boolean {
  return (
    says(style, 'table', 'table:display') === 'false' ||
    says(style, 'drawing-page', 'presentation:visibility') === 'hidden'
  );
}

/** What one style changes of the look around it. */
function changeOf(style: Element): (around: OdfLook) => OdfLook {
  const colour = says(style, 'text', 'fo:color');
  const size = /^([\d.]+)pt$/.exec(says(style, 'text', 'fo:font-size') ?? '')?.[1];
  const fill = ['text', 'paragraph', 'table-cell', 'table-row', 'table']
    .map((kind) => says(style, kind, 'fo:background-color'))
    .find((value) => value && value !== 'transparent');
  const isVanished = says(style, 'text', 'text:display') === 'none';
  const isAutomatic = says(style, 'text', 'style:use-window-font-color') === 'true';
  const isDrawn = drawn.test(style.getAttribute('style:family') ?? '');
  return (around) => ({
    colour: isAutomatic ? undefined : colour ? opaque(readColour(colour)) : around.colour,
    ground: fill ? opaque(readColour(fill)) : isDrawn ? drawnGround(style) : around.ground,
    size: size === undefined ? around.size : Number(size),
    reason: isVanished ? 'hidden-text' : around.reason,
  });
}

function drawnGround(style: Element): Colour | undefined {
  const isSolid = says(style, 'graphic', 'draw:fill') === 'solid';
  return isSolid ? opaque(readColour(says(style, 'graphic', 'draw:fill-color') ?? '')) : undefined;
}
