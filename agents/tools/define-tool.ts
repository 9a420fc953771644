import { tool } from '@langchain/core/tools';
import type { LangGraphRunnableConfig } from '@langchain/langgraph';
import type { z } from 'zod';
import { type AgentContext, agentContextSchema } from '@/agents/agent-context';
import type { StoredPreview } from '@/lib/db/actions';
import { log } from '@/lib/log';
import { runWriteTool } from './run-write-tool';
import type { ToolResult } from './tool-result';

/** Who calls a tool, in which turn. Comes from the session, never from the model. */
export interface ToolCall extends AgentContext {
  /** Aborts when the turn is stopped. */
  signal?: AbortSignal;
}

/** A confirmed call of a write tool. */
export interface WriteCall extends ToolCall {
  /** To be sent on, so that a repeated call has one effect. */
  idempotencyKey: string;
}

/** What a person is shown before they confirm, in their language. */
export type ActionPreview = Omit<StoredPreview, 'locale'>;

interface CommonSpec<S extends z.ZodObject> {
  /** Snake case, e.g. `get_order_status`. */
  name: string;
  /** For the model: what it does and when to use it. */
  description: string;
  schema: S;
  /** Things people say that this tool is for, per language; the built-in model learns from them. */
  examples: { en: string[]; zh: string[] };
  /** Without a customer account the answer is `not_signed_in` or `needs_account`. */
  needsAccount?: boolean;
}

export interface ReadToolSpec<S extends z.ZodObject> extends CommonSpec<S> {
  risk: 'read';
  run: (args: z.output<S>, call: ToolCall) => Promise<ToolResult>;
}

export interface WriteToolSpec<S extends z.ZodObject, P extends z.ZodObject> extends CommonSpec<S> {
  risk: 'write';
  /** What exactly will be done, with nothing left to choose; stored with the approval. */
  plan: P;
  /** Works out what will be done and shows it, or refuses. Must have no effect. */
  propose: (args: z.output<S>, call: ToolCall) => Promise<Proposed<z.output<P>>>;
  /** Does just what was shown. May be repeated with the same key after a crash. */
  run: (plan: z.output<P>, call: WriteCall) => Promise<ToolResult>;
}

export type Proposed<P> = { plan: P; preview: ActionPreview } | { refused: ToolResult };

type ToolSpec<S extends z.ZodObject, P extends z.ZodObject> = ReadToolSpec<S> | WriteToolSpec<S, P>;

/**
 * The one way to make a tool. Read tools run at once. Write tools show the person what will
 * happen, wait for their decision, and are done once, however often the turn is resumed.
 * The model receives the ToolResult as JSON.
 */
export function defineTool<S extends z.ZodObject, P extends z.ZodObject = z.ZodObject>(
  spec: ToolSpec<S, P>,
) {
  const { name, description, schema, risk, examples } = spec;
  const run = async (args: unknown, config: LangGraphRunnableConfig) => {
    const call: ToolCall = { ...agentContextSchema.parse(config.context), signal: config.signal };
    const result =
      missingAccount(spec, call) ?? (await runTool(spec, schema.parse(args) as z.output<S>, call));
    return JSON.stringify(result);
  };
  const made = tool(run as (args: unknown) => Promise<string>, { name, description, schema });
  made.metadata = { risk, examples };
  return made;
}

async function runTool<S extends z.ZodObject, P extends z.ZodObject>(
  spec: ToolSpec<S, P>,
  args: z.output<S>,
  call: ToolCall,
): Promise<ToolResult> {
  if (spec.risk === 'write') return runWriteTool(spec, args, call);
  try {
    return await spec.run(args, call);
  } catch (error) {
    if (call.signal?.aborted) throw error;
    // The model would repeat the raw text of an exception to the person.
    log().error({ event: 'tool-failed', tool: spec.name, turnId: call.turnId, err: error });
    return { outcome: 'unavailable' };
  }
}

function missingAccount(
  spec: { needsAccount?: boolean },
  { principal }: ToolCall,
): ToolResult | undefined {
  if (!spec.needsAccount || principal.accountId) return undefined;
  return { outcome: principal.kind === 'guest' ? 'not_signed_in' : 'needs_account' };
}
