import type { CallbackManagerForLLMRun } from '@langchain/core/callbacks/manager';
import { AIMessageChunk } from '@langchain/core/messages';
import { ChatGenerationChunk } from '@langchain/core/outputs';

/** What a chunk says that breaks an answer off: what follows is a new one. */
export const brokenOff = { isBrokenOff: true } as const;

/**
 * What the person sees of an answer while it is made. Words that were shown cannot be taken back:
 * when their answer breaks off, that is said, and the next one is shown when it is whole.
 */
export class Speech {
  private hasShown = false;
  private isHeld = false;

  private readonly run: CallbackManagerForLLMRun | undefined;

  constructor(run: CallbackManagerForLLMRun | undefined) {
    this.run = run;
  }

  async say(delta: string): Promise<void> {
    if (delta === '' || this.isHeld) return;
    this.hasShown = true;
    await this.emit(delta);
  }

  async breakOff(): Promise<void> {
    if (!this.hasShown || this.isHeld) return;
    this.isHeld = true;
    await this.emit('', brokenOff);
  }

  /** Shows an answer that was held back until it was whole. */
  async finish(text: string): Promise<void> {
    if (this.isHeld && text !== '') await this.emit(text);
  }

  private async emit(text: string, generationInfo?: Record<string, unknown>): Promise<void> {
    if (!this.run) return;
    const message = new AIMessageChunk(text);
    const chunk = new ChatGenerationChunk({
      text,
      message,
      ...(generationInfo && { generationInfo }),
    });
    await this.run.handleLLMNewToken(text, undefined, undefined, undefined, undefined, { chunk });
  }
}
