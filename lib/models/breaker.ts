/** Rests grow with each trial that fails, up to so many times the first. */
const longestRest = 12;

/**
 * Leaves a model alone that fails again and again. One of our own, for cockatiel's keeps the calls
 * beside a trial waiting for its end and takes a call that was given up for a success.
 */
export class Breaker {
  private failures = 0;
  private rests = 0;
  private restingUntil = 0;
  private isTrying = false;

  private readonly failuresToRest: number;
  private readonly restMs: number;
  private readonly now: () => number;

  /**
   * @param failuresToRest failures in a row
   * @param restMs the first rest, in milliseconds
   */
  constructor(failuresToRest: number, restMs: number, now: () => number = Date.now) {
    this.failuresToRest = failuresToRest;
    this.restMs = restMs;
    this.now = now;
  }

  /** Whether a call may be made; the one let through after a rest is the trial. */
  admit(): boolean {
    if (this.restingUntil === 0) return true;
    if (this.isTrying || this.now() < this.restingUntil) return false;
    this.isTrying = true;
    return true;
  }

  succeed(): void {
    this.failures = 0;
    this.rests = 0;
    this.restingUntil = 0;
    this.isTrying = false;
  }

  fail(): void {
    this.failures += 1;
    const isResting = this.restingUntil !== 0 && !this.isTrying;
    const isEnough = this.isTrying || this.failures >= this.failuresToRest;
    if (isResting || !isEnough) return;
    this.rest(Math.min(2 ** this.rests, longestRest) * this.restMs);
    this.rests += 1;
  }

  /** A call that tells nothing of the model, such as one that was given up. */
  pass(): void {
    this.isTrying = false;
  }

  /** Leaves the model alone for so many milliseconds, as it asked. */
  rest(ms: number): void {
    this.restingUntil = this.now() + ms;
    this.isTrying = false;
  }

  /** From the first rest until a call succeeds. */
  isOpen(): boolean {
    return this.restingUntil !== 0;
  }
}
