import { type Colour, opaque, readColour } from '../colours';
import { allNamed, childrenNamed, findNamed } from '../xml';

/** What decides whether letters are seen, as far as it is said. */
export interface LetterLook {
  isVanished?: boolean | undefined;
  /** `auto` is dark on light and light on dark. */
  colour?: Colour | 'auto' | undefined;
  /** In half points. */
  size?: number | undefined;
  /** Behind the letters; `unknown` for patterns. */
  fill?: Colour | 'unknown' | undefined;
}

/** What the styles of a Word document say about text that uses them. */
export interface DocxStyles {
  /** Of all text; then of what has this style, those it is based on before. */
  ofAll: LetterLook;
  of: (styleId: string | undefined) => LetterLook;
  /** Whether a table of this style has coloured cells. */
  isColoured: (styleId: string | undefined) => boolean;
  defaultParagraph: string | undefined;
}

/** A style based on one based on one … further than people go. */
export const longestChain = 20;

/** @param root of `styles.xml` */
export function readDocxStyles(root: Element | null): DocxStyles {
  const styles = allNamed(root, 'w:style');
  const byId = new Map(styles.map((style) => [style.getAttribute('w:styleId') ?? '', style]));
  const chainOf = (styleId: string | undefined) => {
    const chain: Element[] = [];
    for (let id = styleId; id !== undefined && chain.length < longestChain; ) {
      const style = byId.get(id);
      if (style) chain.unshift(style);
      id = style && settingOf(style, 'w:basedOn');
    }
    return chain;
  };
  const defaults = findNamed(findNamed(root, 'w:rPrDefault'), 'w:rPr');
  const isDefault = (style: Element) =>
    style.getAttribute('w:type') === 'paragraph' && isOn(style.getAttribute('w:default') ?? '0');
  return {
    ofAll: readLook(defaults),
    of: (styleId) => Object.assign({}, ...chainOf(styleId).map(lookOfStyle)),
    isColoured: (styleId) =>
      chainOf(styleId).some((style) => allNamed(style, 'w:shd').some((shade) => fillOf(shade))),
    defaultParagraph: styles.find(isDefault)?.getAttribute('w:styleId') ?? undefined,
  };
}

/** The value of a property right inside an element. */
export function settingOf(parent: Element | undefined, name: string): string | undefined {
  return childrenNamed(parent, name)[0]?.getAttribute('w:val') ?? undefined;
}

/** What properties of a run say, without those they had before a change. */
export function readLook(properties: Element | undefined): LetterLook {
  const [vanish] = childrenNamed(properties, 'w:vanish');
  const colour = settingOf(properties, 'w:color');
  const size = settingOf(properties, 'w:sz');
  return withoutGaps({
    isVanished: vanish && isOn(vanish.getAttribute('w:val') ?? '1'),
    colour: colour === undefined ? undefined : (opaque(readColour(colour)) ?? 'auto'),
    size: size === undefined ? undefined : Number(size),
    fill: readFill(properties),
  });
}

/** The colour that properties of text, a paragraph or a cell put behind it. */
export function readFill(properties: Element | undefined): LetterLook['fill'] {
  const highlight = settingOf(properties, 'w:highlight');
  if (highlight && highlight !== 'none') return asFill(highlight);
  const [shade] = childrenNamed(properties, 'w:shd');
  return shade && fillOf(shade);
}

function fillOf(shade: Element): LetterLook['fill'] {
  const fill = shade.getAttribute('w:fill') ?? 'auto';
  if (/^(pct|.*(Stripe|Cross))/.test(shade.getAttribute('w:val') ?? '')) return 'unknown';
  return fill === 'auto' ? undefined : asFill(fill);
}

function asFill(name: string): Colour | 'unknown' {
  return opaque(readColour(name)) ?? 'unknown';
}

function lookOfStyle(style: Element): LetterLook {
  const [properties] = childrenNamed(style, 'w:rPr');
  const paragraphFill = readFill(childrenNamed(style, 'w:pPr')[0]);
  return withoutGaps({ fill: paragraphFill, ...readLook(properties) });
}

/** Only what is said may take the place of what was said before. */
function withoutGaps(look: LetterLook): LetterLook {
  return Object.fromEntries(Object.entries(look).filter(([, value]) => value !== undefined));
}

const isOn = (value: string) => !/^(0|false|off)$/.test(value);
