import { type Document, isMap, isNode, type LineCounter, type Node } from 'yaml';
import type { PolicyFault } from './policy-fault';

export type Path = readonly PropertyKey[];

/** Says where in the file a thing stands that was read from it. */
export class YamlPlaces {
  private readonly document: Document.Parsed;
  private readonly lines: LineCounter;

  constructor(document: Document.Parsed, lines: LineCounter) {
    this.document = document;
    this.lines = lines;
  }

  /** A fault of what stands at this path; where nothing stands, of what is around it. */
  fault(code: string, path: Path, values: Record<string, string> = {}): PolicyFault {
    return { ...this.at(this.offsetOf(path)), code, values };
  }

  /** A fault of a key of the map at this path. */
  faultOfKey(code: string, path: Path, key: string): PolicyFault {
    const map = this.nodeAt(path);
    const pair = isMap(map) ? map.items.find((item) => String(item.key) === key) : undefined;
    const offset = isNode(pair?.key) ? pair.key.range?.[0] : undefined;
    return { ...this.at(offset ?? this.offsetOf(path)), code, values: { key } };
  }

  /** Line and column, from 1, of a character of the file. */
  at(offset: number): { line: number; column: number } {
    const { line, col } = this.lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  }

  private offsetOf(path: Path): number {
    for (let length = path.length; length >= 0; length -= 1) {
      const node = this.nodeAt(path.slice(0, length));
      if (node?.range) return node.range[0];
    }
    return 0;
  }

  private nodeAt(path: Path): Node | undefined {
    const found: unknown = this.document.getIn(path.map(String), true);
    return isNode(found) ? found : undefined;
  }
}
