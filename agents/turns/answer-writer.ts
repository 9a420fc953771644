import type { ActionCard, Citation, Notice, StoredPart } from '@/lib/shared/chat';
import type { TurnStream } from './turn-stream';

/** Writes one answer: the same parts go to the people who watch and into the message stored later. */
export class AnswerWriter {
  readonly parts: StoredPart[] = [];
  private open: { id: string; text: string } | undefined;
  private texts = 0;
  private announced: string | undefined;
  private isSilenced = false;

  private readonly stream: TurnStream;
  private readonly specialist: () => string | undefined;

  /** `specialist` tells who is writing, once that is known: people see it with the first words. */
  constructor(stream: TurnStream, specialist: () => string | undefined = () => undefined) {
    this.stream = stream;
    this.specialist = specialist;
  }

  /** Another turn writes on this stream from now on: what still comes here is dropped. */
  silence(): void {
    this.isSilenced = true;
  }

  /** Adds to the text that is being written; begins one where none is open. */
  writeText(delta: string): void {
    if (delta === '' || this.isSilenced) return;
    if (!this.open) {
      this.texts += 1;
      this.open = { id: `text-${this.texts}`, text: '' };
      this.announce();
      this.stream.write({ type: 'text-start', id: this.open.id });
    }
    this.open.text += delta;
    this.stream.write({ type: 'text-delta', id: this.open.id, delta });
  }

  endText(): void {
    if (!this.open) return;
    this.stream.write({ type: 'text-end', id: this.open.id });
    this.parts.push({ type: 'text', text: this.open.text });
    this.open = undefined;
  }

  /** Numbers are unique within an answer, so a later list of citations replaces an earlier one. */
  writeCitations(items: Citation[]): void {
    this.writeData({ type: 'data-citations', id: 'citations', data: { items } });
  }

  writeAction(card: ActionCard): void {
    this.writeData({ type: 'data-action', id: card.actionId, data: card });
  }

  writeNotice(code: Notice['code'], detail?: string): void {
    this.writeData({ type: 'data-notice', id: `notice-${code}`, data: { code, detail } });
  }

  /** Takes up an answer that was begun before a pause, and shows it to whoever watches. */
  restore(parts: StoredPart[]): void {
    for (const part of parts) {
      if (part.type === 'text') {
        this.writeText(part.text);
        this.endText();
      } else this.writeData(part);
    }
  }

  /** Shows an action's new state where its card is already part of the answer. */
  updateAction(card: ActionCard): void {
    const isShown = this.parts.some((part) => 'id' in part && part.id === card.actionId);
    if (isShown) this.writeAction(card);
  }

  /** The answer's words so far, without its cards. */
  text(): string {
    const written = this.parts.flatMap((part) => (part.type === 'text' ? [part.text] : []));
    return [...written, this.open?.text ?? ''].filter(Boolean).join('\n\n');
  }

  private announce(): void {
    const specialist = this.specialist();
    if (specialist === this.announced) return;
    this.announced = specialist;
    const messageMetadata = { author: { kind: 'ai' as const }, specialist };
    this.stream.write({ type: 'message-metadata', messageMetadata });
  }

  private writeData(part: Exclude<StoredPart, { type: 'text' }>): void {
    if (this.isSilenced) return;
    this.endText();
    this.announce();
    this.stream.write(part);
    const known = this.parts.findIndex((other) => 'id' in other && other.id === part.id);
    if (known >= 0) this.parts[known] = part;
    else this.parts.push(part);
  }
}
