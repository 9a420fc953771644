import type { UIMessageChunk } from 'ai';
import type { DataParts, MessageMetadata } from '@/lib/shared/chat';

type Frame = UIMessageChunk<MessageMetadata, DataParts>;

/**
 * The frames of one running turn, kept until it ends so that any number of readers can follow
 * it from the beginning. Readers pull: a slow or gone one holds nothing but its position.
 */
export class TurnStream {
  private readonly frames: string[] = [];
  private isClosed = false;
  private waiting = new Set<() => void>();

  /** Adds one frame of the AI SDK's UI message stream. */
  write(frame: Frame): void {
    if (this.isClosed) return;
    this.frames.push(`data: ${JSON.stringify(frame)}\n\n`);
    this.wake();
  }

  close(): void {
    if (this.isClosed) return;
    this.frames.push('data: [DONE]\n\n');
    this.isClosed = true;
    this.wake();
  }

  /** A reader's own copy, as bytes for a response body. */
  read(): ReadableStream<Uint8Array> {
    const encoder = new TextEncoder();
    let position = 0;
    let wakeMe: (() => void) | undefined;
    return new ReadableStream(
      {
        pull: async (controller) => {
          if (position >= this.frames.length && !this.isClosed) {
            await new Promise<void>((resolve) => {
              wakeMe = resolve;
              this.waiting.add(resolve);
            });
          }
          // All that is there goes out as one piece: fewer, larger writes under load.
          const pending = this.frames.slice(position);
          position += pending.length;
          if (pending.length > 0) controller.enqueue(encoder.encode(pending.join('')));
          if (this.isClosed && position >= this.frames.length) controller.close();
        },
        cancel: () => {
          if (wakeMe) this.waiting.delete(wakeMe);
        },
      },
      { highWaterMark: 0 },
    );
  }

  private wake(): void {
    const waiting = this.waiting;
    this.waiting = new Set();
    for (const resolve of waiting) resolve();
  }
}
