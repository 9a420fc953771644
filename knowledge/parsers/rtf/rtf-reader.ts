import iconv from 'iconv-lite';
import { changeRtfLook, plainRtfLook, RtfColours, type RtfLook, reasonOfRtfLook } from './rtf-look';
import { RtfPage } from './rtf-page';
import type { RtfToken } from './rtf-tokens';
import { characterSymbols, characterWords, codePageOfCharset, silentGroups } from './rtf-words';

/** Where text of a group goes. */
type Destination =
  | 'page'
  | 'fonts'
  | 'colours'
  | 'styles'
  | 'title'
  | 'mark'
  | 'comment'
  | 'nowhere';

const destinations: Record<string, Destination> = {
  fonttbl: 'fonts',
  colortbl: 'colours',
  stylesheet: 'styles',
  title: 'title',
  listtext: 'mark',
  pntext: 'mark',
  annotation: 'comment',
};

/** What holds until the group ends. */
interface Group {
  destination: Destination;
  codePage: number;
  /** Characters that stand in for each `\u`, for programs that know no Unicode. */
  standIns: number;
  look: RtfLook;
}

/** Deeper groups are no document. */
const maxDepth = 1000;

/**
 * Follows the tokens of an RTF file: keeps what groups set and restore, decodes text, and passes
 * what a reader sees on to the page.
 */
export class RtfReader {
  readonly page = new RtfPage();
  title = '';
  private group: Group = {
    destination: 'page',
    codePage: 1252,
    standIns: 1,
    look: plainRtfLook,
  };
  private readonly colours = new RtfColours();
  private readonly groups: Group[] = [];
  private readonly codePages = new Map<number, number>();
  private defaultCodePage = 1252;
  private font = 0;
  private style = 0;
  private styleName = '';
  private bytes: number[] = [];
  private toSkip = 0;
  /** The next word names a destination that programs may ignore. */
  private isIgnorable = false;

  read(token: RtfToken): void {
    if (token.type === 'text') this.addBytes(Buffer.from(token.text, 'latin1'));
    else if (token.type === 'byte') this.addBytes([token.byte]);
    else {
      this.flush();
      this.toSkip = 0;
      if (token.type === 'open') this.open();
      else if (token.type === 'close') this.close();
      else if (token.type === 'symbol') this.readSymbol(token.symbol);
      else this.readWord(token.word, token.value);
    }
  }

  end(): void {
    this.flush();
    this.page.end();
  }

  private open(): void {
    if (this.groups.length > maxDepth) throw new RangeError('groups nested too deep');
    this.groups.push(this.group);
    this.group = { ...this.group };
  }

  private close(): void {
    if (this.group.destination === 'styles') this.nameStyle();
    this.group = this.groups.pop() ?? this.group;
    this.isIgnorable = false;
  }

  private readSymbol(symbol: string): void {
    if (symbol === '*') this.isIgnorable = true;
    else if (symbol === '\n' || symbol === '\r') this.readWord('par', undefined);
    else this.addText(characterSymbols[symbol] ?? '');
  }

  private readWord(word: string, value: number | undefined): void {
    const isIgnorable = this.isIgnorable;
    this.isIgnorable = false;
    const destination = destinations[word];
    if (this.group.destination === 'nowhere') return;
    if (destination) this.group.destination = destination;
    else if (isIgnorable || silentGroups.has(word)) this.group.destination = 'nowhere';
    else if (characterWords[word]) this.addText(characterWords[word]);
    else if (!this.readState(word, value)) this.readLayout(word, value);
    if (destination === 'mark') this.page.markList();
  }

  /** Words about how text is written; false for any other. */
  private readState(word: string, given: number | undefined): boolean {
    const value = given ?? 0;
    if (word === 'u') this.addUnicode(value);
    else if (word === 'uc') this.group.standIns = value;
    else if (word === 'ansicpg') this.setCodePage(value);
    else if (word === 'f') this.setFont(value);
    else if (word === 'fcharset') this.nameCharset(value);
    else return false;
    return true;
  }

  private readLayout(word: string, value: number | undefined): void {
    const look = changeRtfLook(this.group.look, word, value);
    if (look) this.group.look = look;
    else if (this.group.destination === 'colours') this.colours.readWord(word, value);
    else if (this.group.destination === 'styles' && word === 's') this.style = value ?? 0;
    else if (this.group.destination === 'page') this.page.readWord(word, value);
  }

  private addUnicode(value: number): void {
    this.addText(String.fromCharCode(value < 0 ? value + 0x10000 : value));
    this.toSkip = this.group.standIns;
  }

  private setCodePage(codePage: number): void {
    this.defaultCodePage = codePage;
    this.group.codePage = codePage;
  }

  private setFont(font: number): void {
    this.font = font;
    this.group.codePage = this.codePages.get(font) ?? this.defaultCodePage;
  }

  private nameCharset(charset: number): void {
    const codePage = codePageOfCharset[charset];
    if (this.group.destination === 'fonts' && codePage) this.codePages.set(this.font, codePage);
  }

  private addBytes(bytes: Iterable<number>): void {
    for (const byte of bytes) {
      if (this.toSkip > 0) this.toSkip -= 1;
      else this.bytes.push(byte);
    }
  }

  /** Bytes are decoded together: one character may be written as several. */
  private flush(): void {
    if (this.bytes.length === 0) return;
    const name = `cp${this.group.codePage}`;
    const bytes = Buffer.from(this.bytes);
    this.bytes = [];
    this.addText(iconv.decode(bytes, iconv.encodingExists(name) ? name : 'cp1252'));
  }

  private addText(text: string): void {
    const { destination, look } = this.group;
    if (destination === 'title') this.title += text;
    else if (destination === 'styles') this.styleName += text;
    else if (destination === 'colours') this.colours.readText(text);
    else if (destination === 'comment') this.page.addHidden(text, 'comment');
    else if (destination === 'page') this.addSeen(text, look);
  }

  private addSeen(text: string, look: RtfLook): void {
    const { colours } = this.colours;
    const reason = reasonOfRtfLook(look, colours, this.page.groundColour(colours));
    if (reason) this.page.addHidden(text, reason);
    else this.page.addText(text);
  }

  private nameStyle(): void {
    const level = /^(?:heading|标题|überschrift|titre)\s*([1-6])/i.exec(this.styleName.trim())?.[1];
    if (level) this.page.nameTitleStyle(this.style, Number(level));
    else if (/^title\b/i.test(this.styleName.trim())) this.page.nameTitleStyle(this.style, 1);
    this.style = 0;
    this.styleName = '';
  }
}
