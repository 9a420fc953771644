import { type Colour, readColour } from '../colours';
import { childrenNamed, findNamed } from '../xml';

/** Colours of a presentation's theme by their names in its slides. */
export type SlideColours = (holder: Element | undefined) => Colour | 'clear' | undefined;

/**
 * Finds what colour a `solidFill` or the like names.
 * @param master root of the slide's master @param theme root of that master's theme
 */
export function slideColours(master: Element | null, theme: Element | null): SlideColours {
  const scheme = findNamed(theme, 'a:clrScheme');
  const map = findNamed(master, 'p:clrMap');
  const ofScheme = (name: string) => {
    const [entry] = childrenNamed(scheme, `a:${map?.getAttribute(name) ?? name}`);
    const given = entry?.children[0];
    return readColour(given?.getAttribute('lastClr') ?? given?.getAttribute('val') ?? '');
  };
  return (holder) => {
    const given = holder?.children[0];
    const alpha = findNamed(given, 'a:alpha')?.getAttribute('val');
    if (alpha === '0' || alpha === '0%') return 'clear';
    // Lighter and darker shades of a colour are not worked out.
    if (!given || given.children.length > 0) return undefined;
    const value = given.getAttribute('val') ?? '';
    return given.tagName === 'a:schemeClr' ? ofScheme(value) : readColour(value);
  };
}
