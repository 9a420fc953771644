import { ModelFault } from './model-fault';

interface Waiting {
  enter: () => void;
  giveUp: (fault: ModelFault) => void;
}

/**
 * Lets so many calls at once through to a provider, and as many again wait in turn, so that a slow
 * one does not take the whole process. One of our own, for in cockatiel's those who have given up
 * keep their place.
 */
export class Bulkhead {
  private active = 0;
  private readonly queue = new Set<Waiting>();

  private readonly capacity: number;

  constructor(capacity: number) {
    this.capacity = capacity;
  }

  /**
   * Waits for a place.
   * @returns gives the place back
   * @throws ModelFault `limited` when too many wait, `timeout` after `patienceMs`, `aborted`
   */
  async enter(patienceMs: number, signal?: AbortSignal): Promise<() => void> {
    if (this.active < this.capacity) this.active += 1;
    else await this.wait(patienceMs, signal);
    return () => this.leave();
  }

  private wait(patienceMs: number, signal: AbortSignal | undefined): Promise<void> {
    if (this.queue.size >= this.capacity) throw new ModelFault('limited');
    return new Promise((resolve, reject) => {
      const leave = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', onAbort);
        this.queue.delete(waiting);
      };
      const waiting: Waiting = {
        enter: () => {
          leave();
          resolve();
        },
        giveUp: (fault) => {
          leave();
          reject(fault);
        },
      };
      const onAbort = () => waiting.giveUp(new ModelFault('aborted'));
      const timer = setTimeout(() => waiting.giveUp(new ModelFault('timeout')), patienceMs);
      signal?.addEventListener('abort', onAbort, { once: true });
      this.queue.add(waiting);
    });
  }

  /** The place goes to whoever waits longest. */
  private leave(): void {
    const [next] = this.queue;
    if (next) next.enter();
    else this.active -= 1;
  }
}
