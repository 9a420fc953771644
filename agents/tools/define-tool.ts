import { type StructuredToolInterface, tool } from '@langchain/core/tools';
import type { LangGraphRunnableConfig } from '@langchain/langgraph';
import type { z } from 'zod';
import type { AnyWriteTool } from '@/agents/actions/deed-of';
import { agentContextSchema, callerSchema } from '@/agents/agent-context';
import { log } from '@/lib/log';
import { processGlobal } from '@/lib/process-global';
import { runWriteTool } from './run-write-tool';
import type { ToolResult } from './tool-result';
import type { ToolCall, ToolSpec } from './tool-spec';

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
    const caller = callerSchema.parse(config.context);
    const context = agentContextSchema.parse(config.context);
    const call: ToolCall = { ...context, ...caller, signal: config.signal };
    const result =
      missingAccount(spec, call) ?? (await runTool(spec, schema.parse(args) as z.output<S>, call));
    return JSON.stringify(result);
  };
  const made = tool(run as (args: unknown) => Promise<string>, {
    name,
    description,
    // As it is: what comes from elsewhere says more than a schema of ours could.
    schema: (spec.input ?? schema) as typeof schema,
    verboseParsingErrors: spec.input !== undefined,
  });
  if (spec.risk !== 'read') writeTools().set(made, spec as unknown as AnyWriteTool);
  made.metadata = { risk, examples, needsSignIn: Boolean(spec.needsAccount || spec.needsStaff) };
  return made;
}

/** Beside the tools rather than in them: what a tool carries is given to tracers. */
const writeTools = () => processGlobal('write-tools', () => new WeakMap<object, AnyWriteTool>());

/** How a tool writes, for whoever carries its actions out apart from turns; undefined for others. */
export function writeToolOf(made: StructuredToolInterface): AnyWriteTool | undefined {
  return writeTools().get(made);
}

async function runTool<S extends z.ZodObject, P extends z.ZodObject>(
  spec: ToolSpec<S, P>,
  args: z.output<S>,
  call: ToolCall,
): Promise<ToolResult> {
  if (spec.risk !== 'read') return runWriteTool(spec, args, call);
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
  spec: { needsAccount?: boolean; needsStaff?: boolean },
  { principal }: ToolCall,
): ToolResult | undefined {
  if (spec.needsStaff && principal.kind !== 'staff') {
    return { outcome: principal.kind === 'guest' ? 'not_signed_in' : 'not_staff' };
  }
  if (!spec.needsAccount || principal.accountId) return undefined;
  return { outcome: principal.kind === 'guest' ? 'not_signed_in' : 'needs_account' };
}
