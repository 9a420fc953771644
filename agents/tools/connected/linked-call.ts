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

/** The operation that is linked to a tool; nothing of its response is asked for. */
const asLinked = (tool: ConnectedTool, { operationId }: Linked): ConnectedTool => ({
  ...tool,
  operationId,
  settings: { ...tool.settings, outputs: [] },
});

/** Asks whether a call happened: success says yes, 404 says no, and anything else is unclear. */
export async function askWhetherDone(
  tool: ConnectedTool,
  linked: Linked,
  done: Done,
  call: ToolCall,
): Promise<Checked> {
  const args = linkedArguments(linked, done);
  if (!args) return { found: 'unclear' };
  const speaker = speakerOf(call.principal);
  const asked = { args, speaker, signal: call.signal };
  const answer = await callTool({ ...asked, tool: asLinked(tool, linked) });
  if (answer.outcome === 'ok') {
    // What it told is worth having, but that it told anything is what counts.
    const told = await callTool({ ...asked, tool: { ...tool, operationId: linked.operationId } });
    return {
      found: 'happened',
      result: connectedResult(tool, told.outcome === 'ok' ? told : answer, call.locale),
    };
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
    tool: asLinked(tool, linked),
    args,
    speaker: speakerOf(call.principal),
    idempotencyKey: call.idempotencyKey,
    signal: call.signal,
  });
  return connectedResult(tool, answer, call.locale);
}
