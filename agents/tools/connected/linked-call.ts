import type { ToolResult } from '@/agents/tools/tool-result';
import type { Checked, ToolCall, WriteCall } from '@/agents/tools/tool-spec';
import { callTool } from '@/lib/connections/call-tool';
import type { ConnectedTool } from '@/lib/connections/connected-tool';
import type { ToolSettings } from '@/lib/shared/connections';
import { parseSource } from '@/lib/shared/linked-source';
import { connectedResult } from './connected-result';
import { speakerOf } from './speaker-of';

type Linked = NonNullable<ToolSettings['undo']>;
type Args = Record<string, unknown>;

/** A call, and what came of it where that is known. */
interface Done {
  args: Args;
  result?: ToolResult;
  key: string;
}

/**
 * The arguments of an operation that is linked to a call. Undefined where one of them is not known.
 */
export function linkedArguments({ arguments: sources }: Linked, done: Done): Args | undefined {
  const pairs = Object.entries(sources).map(([name, source]): [string, unknown] => {
    const known = parseSource(source);
    if (known?.from === 'key') return [name, done.key];
    if (known?.from === 'args') return [name, done.args[known.name]];
    return [name, known ? done.result?.[source] : undefined];
  });
  return pairs.every(([, value]) => value !== undefined) ? Object.fromEntries(pairs) : undefined;
}

/**
 * Asks whether a call happened: success says yes, 404 says no, and anything else is unclear. What is
 * told of the answer are the tool's own fields: that it told anything is what counts.
 */
export async function askWhetherDone(
  tool: ConnectedTool,
  linked: Linked,
  done: Done,
  call: ToolCall,
): Promise<Checked> {
  const args = linkedArguments(linked, done);
  if (!args) return { found: 'unclear' };
  const answer = await callTool({
    tool: { ...tool, operationId: linked.operationId },
    args,
    speaker: speakerOf(call.principal),
    signal: call.signal,
  });
  if (answer.outcome === 'ok') {
    return { found: 'happened', result: connectedResult(tool, answer, call.locale) };
  }
  if (answer.outcome === 'refused' && answer.status === 404) {
    return { found: 'not-happened', mayRepeat: tool.takesKey };
  }
  return { found: 'unclear' };
}

/** Takes back what a call did, by the operation that is linked to it for that. */
export async function takeBack(
  tool: ConnectedTool,
  linked: Linked,
  done: Done,
  call: WriteCall,
): Promise<ToolResult> {
  const args = linkedArguments(linked, done);
  if (!args) return { outcome: 'failed' };
  const answer = await callTool({
    // Nothing of its response is asked for.
    tool: { ...tool, operationId: linked.operationId, settings: { ...tool.settings, outputs: [] } },
    args,
    speaker: speakerOf(call.principal),
    idempotencyKey: call.idempotencyKey,
    signal: call.signal,
  });
  return connectedResult(tool, answer, call.locale);
}
