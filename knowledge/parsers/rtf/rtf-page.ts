import { cleanLine } from '../clean-text';
import { type Colour, white } from '../colours';
import { hiddenText } from '../hidden-text';
import type { Element, HiddenReason } from '../parsed-document';
import { tableElements } from '../table-element';

/** How a paragraph is set, until the next `\pard`. */
interface Setting {
  level: number | undefined;
  isInTable: boolean;
  isListed: boolean;
  indent: number;
  /** Place in the table of colours; 0 for none. */
  ground: number;
}

const plain: Setting = {
  level: undefined,
  isInTable: false,
  isListed: false,
  indent: 0,
  ground: 0,
};

/** Gathers the paragraphs, lists and tables of an RTF file. */
export class RtfPage {
  readonly elements: Element[] = [];
  private readonly titleStyles = new Map<number, number>();
  private setting: Setting = { ...plain };
  private text = '';
  private cells: string[] = [];
  private rows: string[][] = [];
  /** Per cell of the row: whether it goes on from the one above. */
  private continued: boolean[] = [];
  private isNextContinued = false;
  private hasColouredCells = false;
  private hidden: { text: string; reason: HiddenReason }[] = [];

  addText(text: string): void {
    this.text += text;
  }

  /** Text that is not seen; it is told after the paragraph or table it stands in. */
  addHidden(text: string, reason: HiddenReason): void {
    const last = this.hidden.at(-1);
    if (last?.reason === reason) last.text += text;
    else this.hidden.push({ text, reason });
  }

  /** What is behind the text that comes next; undefined where it is not known. */
  groundColour(colours: (Colour | undefined)[]): Colour | undefined {
    if (this.setting.ground > 0) return colours[this.setting.ground];
    const isUnknown = this.setting.isInTable && this.hasColouredCells;
    return isUnknown ? undefined : white;
  }

  markList(): void {
    this.setting.isListed = true;
  }

  nameTitleStyle(style: number, level: number): void {
    this.titleStyles.set(style, level);
  }

  readWord(word: string, value = 0): void {
    if (/^(par|sect|page)$/.test(word)) this.endParagraph();
    else if (word === 'cell') this.endCell();
    else if (word === 'row') this.endRow();
    else if (word === 'pard') this.setting = { ...plain };
    else if (word === 'intbl') this.setting.isInTable = true;
    else if (word === 'outlinelevel') this.setting.level = value < 6 ? value + 1 : undefined;
    else if (word === 's') this.setting.level = this.titleStyles.get(value);
    else if (word === 'ls') this.setting.isListed = true;
    else if (word === 'cbpat') this.setting.ground = value;
    else if (word === 'ilvl') this.setting.indent = Math.min(value, 8);
    else this.readCellWord(word);
  }

  end(): void {
    this.setting.isInTable = false;
    this.endParagraph();
  }

  private readCellWord(word: string): void {
    if (word === 'trowd') {
      this.continued = [];
      this.hasColouredCells = false;
    } else if (/^(clcbpat|clshdng|trcbpat|rawclcbpat)/.test(word)) this.hasColouredCells = true;
    else if (word === 'clvmrg') this.isNextContinued = true;
    else if (word === 'cellx') {
      this.continued.push(this.isNextContinued);
      this.isNextContinued = false;
    }
  }

  private endParagraph(): void {
    if (this.setting.isInTable) {
      this.text += ' ';
      return;
    }
    this.endTable();
    this.addParagraph(this.takeText());
    for (const { text, reason } of this.hidden.splice(0)) {
      this.elements.push(...hiddenText(cleanLine(text), reason, null));
    }
  }

  private addParagraph(text: string): void {
    const { level, isListed, indent } = this.setting;
    if (text === '') return;
    if (level) this.elements.push({ kind: 'title', text, page: null, level });
    else if (isListed) this.addItem(`${'  '.repeat(indent)}- ${text}`);
    else this.elements.push({ kind: 'text', text, page: null });
  }

  private addItem(item: string): void {
    const last = this.elements.at(-1);
    if (last?.kind === 'list') last.text += `\n${item}`;
    else this.elements.push({ kind: 'list', text: item, page: null });
  }

  private endCell(): void {
    this.cells.push(this.takeText());
  }

  private endRow(): void {
    const above = this.rows.at(-1) ?? [];
    const cells = this.cells.splice(0);
    this.rows.push(
      cells.map((text, column) => (this.continued[column] ? (above[column] ?? text) : text)),
    );
  }

  private endTable(): void {
    this.elements.push(...tableElements(this.rows.splice(0), null));
  }

  private takeText(): string {
    const text = cleanLine(this.text);
    this.text = '';
    return text;
  }
}
