import type { ModelUsage } from '../model-call';

/** A call of a tool as it arrives: its arguments come in pieces of JSON. */
export interface SpokenCall {
  id?: string;
  name: string;
  args: string;
}

/** More than any answer of a front desk: a model that goes on is stopped, for it is paid by the word. */
const longest = { characters: 60_000, calls: 64 };

/** What has come of one answer so far. */
export class WireReply {
  text = '';
  readonly calls: SpokenCall[] = [];
  usage: ModelUsage | undefined;
  /** Why the model ended, in the provider's word. */
  finish: string | undefined;
  /** The stream has said that nothing follows. */
  isOver = false;
  private taken = 0;
  private readonly byIndex = new Map<number, SpokenCall>();

  /** The text that came since it was last asked for. */
  takeText(): string {
    if (this.taken === this.text.length) return '';
    const delta = this.taken === 0 ? this.text : this.text.slice(this.taken);
    this.taken = this.text.length;
    return delta;
  }

  /** The call that the stream gives this number; begun where there is none. */
  callAt(index: number): SpokenCall {
    const known = this.byIndex.get(index);
    if (known) return known;
    const call = { name: '', args: '' };
    this.byIndex.set(index, call);
    this.calls.push(call);
    return call;
  }

  hasBegun(): boolean {
    return this.text !== '' || this.calls.length > 0;
  }

  /** A model that does not stop would fill the memory of the process. */
  isTooLong(): boolean {
    if (this.calls.length > longest.calls) return true;
    const args = this.calls.reduce((sum, call) => sum + call.args.length, 0);
    return this.text.length + args > longest.characters;
  }

  /** Nothing that a person or the desk could go on with. */
  isEmpty(): boolean {
    return this.calls.length === 0 && this.text.trim() === '';
  }
}
