import { allNamed, findNamed } from './xml';

/** What the styles of an OpenDocument file say about the text that uses them. */
export interface OdfStyles {
  /** Rank of a paragraph that is a title by its style only. */
  titleLevel: (styleName: string | null) => number | undefined;
  /** Whether readers do not see what has this style: text, sheet or slide. */
  isHidden: (styleName: string | null) => boolean;
}

const titleLevels: Record<string, number> = { Title: 1, Subtitle: 2 };

/** @param roots of `content.xml` and `styles.xml`; both hold styles */
export function readStyles(roots: (Element | null)[]): OdfStyles {
  const styles = new Map(
    roots
      .flatMap((root) => allNamed(root, 'style:style'))
      .map((style) => [style.getAttribute('style:name'), style]),
  );
  const titleLevel = (name: string | null) => {
    const seen = new Set<string | null>();
    for (let at = name; at && !seen.has(at); ) {
      const level = titleLevels[at];
      if (level) return level;
      seen.add(at);
      at = styles.get(at)?.getAttribute('style:parent-style-name') ?? null;
    }
    return undefined;
  };
  return { titleLevel, isHidden: (name) => hides(styles.get(name)) };
}

function hides(style: Element | undefined): boolean {
  const says = (properties: string, attribute: string) =>
    findNamed(style, properties)?.getAttribute(attribute);
  return (
    says('style:text-properties', 'text:display') === 'none' ||
    says('style:table-properties', 'table:display') === 'false' ||
    says('style:drawing-page-properties', 'presentation:visibility') === 'hidden'
  );
}
