import { expect, test } from 'vitest';
import { placeStep, readStep, turnSpan } from './read-step';

const at = (ms: number) => new Date(1_000_000 + ms);

test('a step is drawn where it lies in the time of its turn', () => {
  const turn = { startedAt: at(0), durationMs: 200, waitedMs: 0, waits: [] };
  expect(placeStep({ startedAt: at(50), durationMs: 100 }, turn)).toEqual({
    start: 0.25,
    width: 0.5,
  });
  expect(placeStep({ startedAt: at(150), durationMs: 500 }, turn)).toEqual({
    start: 0.75,
    width: 0.25,
  });
  expect(placeStep({ startedAt: at(-5), durationMs: 0 }, turn)).toEqual({ start: 0, width: 0 });
});

test('a turn that has not ended is as long as its last step', () => {
  const step = { startedAt: at(80), durationMs: 40 };
  const steps = [step] as Parameters<typeof turnSpan>[0]['steps'];
  const turn = { startedAt: at(0), endedAt: null, steps, actions: [] };
  expect(turnSpan(turn).durationMs).toBe(120);
});

test('waiting for a person takes no room: the steps before and after it stay readable', () => {
  type Turn = Parameters<typeof turnSpan>[0];
  const before = { startedAt: at(0), durationMs: 50 };
  const after = { startedAt: at(60_050), durationMs: 50 };
  const steps = [before, after] as Turn['steps'];
  const actions = [
    { createdAt: at(50), decidedAt: at(60_000) },
    { createdAt: at(50), decidedAt: at(60_050) },
  ] as Turn['actions'];
  const span = turnSpan({ startedAt: at(0), endedAt: at(60_100), steps, actions });
  expect(span).toMatchObject({ durationMs: 100, waitedMs: 60_000 });
  expect(placeStep(before, span)).toEqual({ start: 0, width: 0.5 });
  expect(placeStep(after, span)).toEqual({ start: 0.5, width: 0.5 });
});

test('a step of another version is shown as it was stored', () => {
  expect(readStep({ kind: 'guard', detail: { verdict: 'ok' } })).toEqual({
    kind: 'guard',
    detail: { verdict: 'ok' },
  });
  expect(readStep({ kind: 'guard', detail: { decided: true } }).kind).toBe('raw');
});
