import { env } from '@/lib/env';
import type { TestProblem } from '@/lib/shared/models';

const longestDetail = 300;

const byStatus: Record<number, TestProblem> = {
  401: 'unauthorised',
  403: 'unauthorised',
  404: 'unknown-model',
  408: 'timeout',
  429: 'limited',
};

const unreachable =
  /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|fetch failed|connection error/i;
const cut = /ECONNRESET|EPIPE|terminated|premature|socket hang up|other side closed/i;
const garbled = /JSON|unexpected token|parse/i;

/** Why a provider did not answer, by what its client threw. */
export function readFault(error: unknown): TestProblem {
  const status = statusOf(error);
  if (status !== undefined) {
    return byStatus[status] ?? (status >= 500 ? 'overloaded' : 'failed');
  }
  const text = chainOf(error)
    .map((one) => `${one.name} ${one.message} ${'code' in one ? String(one.code) : ''}`)
    .join(' ');
  if (/TimeoutError|AbortError|timed? ?out/i.test(text)) return 'timeout';
  if (cut.test(text)) return 'cut';
  if (unreachable.test(text)) return 'unreachable';
  return garbled.test(text) ? 'garbled' : 'failed';
}

/** What the provider said, short, and without the keys that some repeat; null when nothing. */
export function detailOf(error: unknown): string | null {
  if (statusOf(error) === undefined || !(error instanceof Error)) return null;
  const { OPENAI_API_KEY, ANTHROPIC_API_KEY } = env();
  let text = error.message.split('\n\nTroubleshooting')[0] ?? '';
  for (const key of [OPENAI_API_KEY, ANTHROPIC_API_KEY]) {
    if (key) text = text.replaceAll(key, '…');
  }
  return text.trim().slice(0, longestDetail) || null;
}

function statusOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const status = 'status' in error ? error.status : 'status_code' in error && error.status_code;
  return typeof status === 'number' ? status : undefined;
}

function chainOf(error: unknown): Error[] {
  const chain: Error[] = [];
  for (let one = error; one instanceof Error && chain.length < 5; one = one.cause) chain.push(one);
  return chain;
}
