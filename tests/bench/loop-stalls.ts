import { monitorEventLoopDelay } from 'node:perf_hooks';

/** Watches how long the event loop of this thread goes without a turn. */
export class LoopStalls {
  private readonly delay = monitorEventLoopDelay({ resolution: 1 });
  private readonly timer: NodeJS.Timeout;
  private lastWorkMs = workMs();
  private ownMs = 0;

  constructor() {
    this.delay.enable();
    this.timer = setInterval(() => this.turn(), 1);
  }

  /** Milliseconds since the last call: the longest stall, and the most work between two turns. */
  take(): { longestMs: number; ownMs: number } {
    this.turn();
    const taken = { longestMs: round(this.delay.max / 1e6), ownMs: round(this.ownMs) };
    this.delay.reset();
    this.ownMs = 0;
    return taken;
  }

  /** Stops watching. */
  stop(): void {
    this.delay.disable();
    clearInterval(this.timer);
  }

  private turn(): void {
    const now = workMs();
    this.ownMs = Math.max(this.ownMs, now - this.lastWorkMs);
    this.lastWorkMs = now;
  }
}

/** Processor time of this thread so far, in milliseconds. */
function workMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

function round(ms: number): number {
  return Math.round(ms * 10) / 10;
}
