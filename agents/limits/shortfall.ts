import type { Notice } from '@/lib/shared/chat';

interface Meaning {
  /** As the turn keeps it. */
  errorCode: string;
  /** What the person is told. */
  notice: Notice['code'];
  /** Asking again would not help: a person is called. */
  needsPerson: boolean;
}

/** Every way in which a turn may end without the answer it was to give, and what follows of it. */
export const shortfalls = {
  steps: { errorCode: 'too_many_steps', notice: 'too-many-steps', needsPerson: true },
  tools: { errorCode: 'too_many_tool_calls', notice: 'too-many-steps', needsPerson: true },
  'bad-calls': { errorCode: 'too_many_bad_calls', notice: 'too-many-steps', needsPerson: true },
  handoffs: { errorCode: 'handoff_loop', notice: 'nobody-fits', needsPerson: true },
  time: { errorCode: 'turn_timeout', notice: 'too-slow', needsPerson: false },
  tokens: { errorCode: 'too_many_tokens', notice: 'too-large', needsPerson: false },
  cost: { errorCode: 'too_costly', notice: 'too-large', needsPerson: false },
  empty: { errorCode: 'empty_answer', notice: 'empty', needsPerson: false },
} as const satisfies Record<string, Meaning>;

/** Why a turn gave up before it had answered everything. */
export type Shortfall = keyof typeof shortfalls;
