import { setTimeout } from 'node:timers/promises';
import { newId } from '@/lib/ids';
import { log } from '@/lib/log';
import { Breaker } from './breaker';
import type { Bulkhead } from './bulkhead';
import type { ModelOutcome, ModelUsage } from './model-call';
import { currentModelCalls, keepModelCall } from './model-call-log';
import { type FaultKind, ModelFault } from './model-fault';
import type { ModelLimits } from './model-limits';
import type { OutsideModel } from './model-name';
import { postForLines } from './post-for-lines';
import { findPrice, priceOf } from './prices';
import { requireBudget } from './require-budget';
import type { Speech } from './speech';
import { usageOf } from './usage-of';
import { providerWires } from './wires/provider-wire';
import type { WireCall, WireRequest } from './wires/wire';
import { WireReply } from './wires/wire-reply';

/** How often a fault is worth another try with the same model; the others are not. */
const retries: Partial<Record<FaultKind, number>> = {
  limited: 2,
  overloaded: 2,
  unreachable: 2,
  cut: 1,
  garbled: 1,
  empty: 1,
};

/** Faults that say nothing about whether the next call would be answered. */
const passing = new Set<FaultKind>(['aborted', 'refused', 'limited', 'empty', 'resting']);

/** Longest that a provider is left alone because it asked for that, in ms: it may ask for years. */
const longestRestMs = 3_600_000;

/** One call, for what, and who watches. */
export interface LinkCall extends Omit<WireCall, 'model'> {
  /** A `ModelPurpose`, or `test`. */
  purpose: string;
  signal?: AbortSignal | undefined;
  speech: Speech;
}

/** One model of a provider as this process sees it: asked patiently, but not for ever. */
export class ModelLink {
  private readonly breaker: Breaker;
  private readonly isFree: boolean;

  readonly name: OutsideModel;
  private readonly bulkhead: Bulkhead;
  private readonly limits: ModelLimits;

  constructor(name: OutsideModel, bulkhead: Bulkhead, limits: ModelLimits) {
    this.name = name;
    this.bulkhead = bulkhead;
    this.limits = limits;
    this.breaker = new Breaker(limits.failuresToRest, limits.restMs);
    const price = findPrice(name.provider, name.model);
    this.isFree = price?.input === 0 && price.output === 0;
  }

  /**
   * Asks the model, again where that may help.
   * @throws ModelFault when there is no answer to be had, AppError `budget_spent` when it is not
   * asked because there is no money left
   */
  async ask(call: LinkCall): Promise<WireReply> {
    if (!this.isFree) await requireBudget({ team: currentModelCalls()?.specialist });
    if (!this.breaker.admit()) throw new ModelFault('resting');
    try {
      const reply = await this.tryInTurn(call, Date.now() + this.limits.callMs);
      this.breaker.succeed();
      return reply;
    } catch (error) {
      if (!ModelFault.is(error)) this.breaker.pass();
      else this.noteFault(error);
      throw error;
    }
  }

  /** Whether it is left alone, or only tried out, as it failed so often. */
  isResting(): boolean {
    return this.breaker.isOpen();
  }

  private noteFault({ kind, retryAfterMs = 0 }: ModelFault): void {
    if (retryAfterMs > this.limits.longestRetryAfterMs)
      this.breaker.rest(Math.min(retryAfterMs, longestRestMs));
    else if (passing.has(kind)) this.breaker.pass();
    else this.breaker.fail();
  }

  private async tryInTurn(call: LinkCall, deadline: number): Promise<WireReply> {
    for (let failed = 1; ; failed += 1) {
      try {
        const reply = await this.attempt(call, deadline);
        await call.speech.finish(reply.text);
        return reply;
      } catch (error) {
        if (!ModelFault.is(error) || error.kind === 'aborted') throw error;
        await call.speech.breakOff();
        const pause = this.pauseAfter(error, failed);
        if (pause === null || Date.now() + pause >= deadline) throw error;
        await this.sleep(pause, call.signal);
      }
    }
  }

  /** Milliseconds until the next try: all of a random part of a growing span, or what was asked. */
  private pauseAfter({ kind, retryAfterMs }: ModelFault, failed: number): number | null {
    if (failed > (retries[kind] ?? 0)) return null;
    const jitter = Math.random() * this.limits.retryBaseMs * 2 ** (failed - 1);
    if (retryAfterMs === undefined) return jitter;
    return retryAfterMs > this.limits.longestRetryAfterMs ? null : retryAfterMs + jitter;
  }

  private async sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
    try {
      await setTimeout(ms, undefined, signal && { signal });
    } catch (cause) {
      throw new ModelFault('aborted', { cause });
    }
  }

  /** One request, recorded whatever comes of it. */
  private async attempt(call: LinkCall, deadline: number): Promise<WireReply> {
    const startedAt = new Date();
    const reply = new WireReply();
    const times: { firstTokenMs?: number } = {};
    let sent = '';
    const keep = (outcome: ModelOutcome) => {
      const usage = usageOf(reply, sent, outcome === 'aborted');
      return this.keep(call, usage, { startedAt, outcome, ...times });
    };
    try {
      const leave = await this.bulkhead.enter(this.limits.firstTokenMs, call.signal);
      try {
        const wire = providerWires[this.name.provider];
        const request = wire.request({ ...call, model: this.name.model });
        sent = request.body;
        await this.listen({ ...call, request }, reply, deadline, () => {
          times.firstTokenMs ??= Date.now() - startedAt.getTime();
        });
      } finally {
        leave();
      }
    } catch (error) {
      await keep(ModelFault.is(error) && error.kind !== 'resting' ? error.kind : 'failed');
      throw error;
    }
    await keep('ok');
    return reply;
  }

  private async listen(
    { request, signal, speech }: LinkCall & { request: WireRequest },
    reply: WireReply,
    deadline: number,
    onBegin: () => void,
  ): Promise<void> {
    const { firstTokenMs, silenceMs } = this.limits;
    const { readLine } = providerWires[this.name.provider];
    const wholeMs = Math.max(deadline - Date.now(), 1);
    const patience = { firstTokenMs, silenceMs, wholeMs, signal };
    for await (const lines of postForLines(request, patience)) {
      for (const line of lines) readLine(line, reply);
      if (reply.hasBegun()) onBegin();
      if (reply.isTooLong()) throw new ModelFault('refused', { code: 'answer_too_long' });
      await speech.say(reply.takeText());
      if (reply.isOver) break;
    }
    if (!reply.isOver && reply.finish === undefined) throw new ModelFault('cut');
    if (reply.isEmpty()) throw new ModelFault('empty');
  }

  private async keep(
    { purpose }: LinkCall,
    usage: ModelUsage | undefined,
    made: { startedAt: Date; outcome: ModelOutcome; firstTokenMs?: number },
  ): Promise<void> {
    const { provider, model } = this.name;
    const call = { ...made, durationMs: Date.now() - made.startedAt.getTime() };
    const { outcome, durationMs } = call;
    const logId = outcome === 'ok' || outcome === 'aborted' ? undefined : newId();
    if (logId) {
      const fault = { purpose, provider, model, outcome, durationMs };
      log().warn({ event: 'model-failed', id: logId, ...fault });
    }
    const costMicros = priceOf(provider, model, usage);
    await keepModelCall({ purpose, provider, model, ...call, ...usage, costMicros }, logId);
  }
}
