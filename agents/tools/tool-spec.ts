import type { z } from 'zod';
import type { AgentContext, Caller } from '@/agents/agent-context';
import type { StoredPreview } from '@/lib/db/actions/actions';
import type { OperatorReason } from '@/lib/shared/actions';
import type { ToolResult } from './tool-result';

/** Who calls a tool, in which turn. Comes from the session, never from the model. */
export interface ToolCall extends AgentContext, Caller {
  /** Aborts when the turn is stopped. */
  signal?: AbortSignal;
}

/** A confirmed call of a write tool. */
export interface WriteCall extends ToolCall {
  /** To be sent on, so that a repeated call has one effect. */
  idempotencyKey: string;
  /** The id of the operator who agreed to it, where one had to. */
  approvedBy?: string;
}

/** What a person is shown before they confirm, in their language. */
export type ActionPreview = Omit<StoredPreview, 'locale'>;

interface CommonSpec<S extends z.ZodObject> {
  /** Snake case, e.g. `get_order_status`. */
  name: string;
  /** For the model: what it does and when to use it. */
  description: string;
  schema: S;
  /** The arguments as JSON schema where that comes from elsewhere: models see it and calls are checked by it. */
  input?: Record<string, unknown>;
  /** Things people say that this tool is for, per language; the built-in model learns from them. */
  examples: { en: string[]; zh: string[] };
  /** Without a customer account the answer is `not_signed_in` or `needs_account`. */
  needsAccount?: boolean;
  /** For members of staff: others are told `not_signed_in` or `not_staff`. */
  needsStaff?: boolean;
}

interface ReadToolSpec<S extends z.ZodObject> extends CommonSpec<S> {
  risk: 'read';
  run: (args: z.output<S>, call: ToolCall) => Promise<ToolResult>;
}

export interface WriteToolSpec<S extends z.ZodObject, P extends z.ZodObject> extends CommonSpec<S> {
  risk: 'write' | 'approve';
  /**
   * What its name stands for now, where that may be given to something else: what was agreed to
   * under another one is not done.
   */
  standsFor?: unknown;
  /** What exactly will be done, with nothing left to choose; stored with the approval. */
  plan: P;
  /** Works out what will be done and shows it, or refuses. Must have no effect. */
  propose: (args: z.output<S>, call: ToolCall) => Promise<Proposed<z.output<P>>>;
  /** Does just what was shown. May be repeated with the same key after a crash. */
  run: (plan: z.output<P>, call: WriteCall) => Promise<ToolResult>;
  /**
   * Why an operator must agree to this as well, null where none must; what is `approve` always needs
   * one.
   * @param earlier plans of what the same person had done by it within a day, as they were stored
   */
  whyOperator?: (plan: z.output<P>, earlier: readonly unknown[]) => OperatorReason | null;
  /** Asks whether it happened, when its answer was lost. Must have no effect. */
  check?: (plan: z.output<P>, call: WriteCall) => Promise<Checked>;
  /** How to take it back, where that can be done. */
  undo?: UndoSpec<z.output<P>>;
}

/** What asking told about an action whose answer was lost. */
export type Checked =
  | { found: 'happened'; result: ToolResult }
  /** `mayRepeat`: sending it again with the same key cannot have a second effect. */
  | { found: 'not-happened'; mayRepeat: boolean }
  | { found: 'unclear' };

/** Takes back what a write tool did. */
export interface UndoSpec<P> {
  /** Minutes after the effect for which it is offered. */
  minutes: number;
  /** Whether this one can be taken back. */
  isPossible?: (plan: P, result: ToolResult) => boolean;
  /** May be repeated with the same key after a crash. */
  run: (plan: P, result: ToolResult, call: WriteCall) => Promise<ToolResult>;
  /** As `check` of the tool, for the taking back. */
  check?: (plan: P, result: ToolResult, call: WriteCall) => Promise<Checked>;
}

/** What a write tool would do, or why it will not. */
export type Proposed<P> = { plan: P; preview: ActionPreview } | { refused: ToolResult };

/** A tool as its file describes it. */
export type ToolSpec<S extends z.ZodObject, P extends z.ZodObject> =
  | ReadToolSpec<S>
  | WriteToolSpec<S, P>;
