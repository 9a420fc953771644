/** What a rule or a `style` attribute says, by property. */
export type Declarations = Map<string, { value: string; isImportant: boolean }>;

export interface StyleRule {
  selector: string;
  declarations: Declarations;
}

/** Blocks whose rules count as if they stood alone. */
const transparentBlock = /^@(layer|supports|media\s+(only\s+)?(screen|all)\s*$)/;

/** Declarations in the order of the text; the last of a property holds. */
export function readDeclarations(text: string): Declarations {
  const declarations: Declarations = new Map();
  for (const part of text.toLowerCase().split(';')) {
    const colon = part.indexOf(':');
    if (colon < 0) continue;
    const [value = '', important] = part.slice(colon + 1).split('!');
    const isImportant = important?.trim() === 'important';
    declarations.set(part.slice(0, colon).trim(), { value: value.trim(), isImportant });
  }
  return declarations;
}

/**
 * The rules of a style sheet that hold on a screen. Those inside `@media print`, `@font-face` and
 * the like are left out. Takes time in proportion to the length, whatever the text is.
 */
export function readRules(source: string): StyleRule[] {
  const css = withoutComments(source);
  const rules: StyleRule[] = [];
  let at = 0;
  for (let open = css.indexOf('{'); open >= 0; open = css.indexOf('{', at)) {
    const prelude = lastPrelude(css.slice(at, open));
    if (transparentBlock.test(prelude)) at = open + 1;
    else if (prelude.startsWith('@')) at = endOfBlock(css, open);
    else {
      at = endOfBlock(css, open);
      const declarations = readDeclarations(css.slice(open + 1, at - 1));
      rules.push({ selector: prelude, declarations });
    }
  }
  return rules;
}

function withoutComments(css: string): string {
  const [first = '', ...others] = css.split('/*');
  return [first, ...others.map((part) => part.slice(endOf(part, '*/')))].join(' ');
}

/** Where a mark ends, or where the text ends when it is not in it. */
function endOf(text: string, mark: string): number {
  const at = text.indexOf(mark);
  return at < 0 ? text.length : at + mark.length;
}

/** What stands before a block: after the end of the block or statement before it. */
function lastPrelude(text: string): string {
  return text.slice(Math.max(text.lastIndexOf('}'), text.lastIndexOf(';')) + 1).trim();
}

function endOfBlock(css: string, open: number): number {
  const braces = /[{}]/g;
  braces.lastIndex = open + 1;
  let depth = 1;
  for (let found = braces.exec(css); found; found = braces.exec(css)) {
    depth += found[0] === '{' ? 1 : -1;
    if (depth === 0) return braces.lastIndex;
  }
  return css.length + 1;
}
