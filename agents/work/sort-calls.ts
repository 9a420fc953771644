import { type BaseMessage, ToolMessage } from '@langchain/core/messages';
import type { ToolCall } from '@langchain/core/messages/tool';
import type { StructuredToolInterface } from '@langchain/core/tools';
import { handOverName } from '@/agents/tools/hand-over';
import type { TurnScope } from '@/agents/turn-scope';
import { canonicalJson } from '@/lib/canonical-json';
import { callsOf, toolAnswer } from './read-reply';

interface SortedCalls {
  run: ToolCall[];
  /** Answers to those that need not or cannot be run. */
  answered: ToolMessage[];
}

/**
 * Tells the calls that are to be run from those that are answered at once: of a tool that does not
 * exist, a handoff beside other calls, and the very call that was made before.
 */
export function sortCalls(
  calls: ToolCall[],
  context: { tools: readonly StructuredToolInterface[]; work: BaseMessage[]; scope: TurnScope },
): SortedCalls {
  const { tools, work, scope } = context;
  const sorted: SortedCalls = { run: [], answered: [] };
  for (const call of calls) {
    const answer = answerAtOnce(call, calls.length, tools) ?? asBefore(call, work, tools);
    if (!answer) sorted.run.push(call);
    else {
      sorted.answered.push(answer);
      const isBad = answer.status === 'error';
      scope.calls[isBad ? 'bad' : 'repeated'] += 1;
      note(scope, isBad ? 'bad-call' : 'repeated-call', call.name);
    }
  }
  scope.calls.tool += sorted.run.length;
  return sorted;
}

/** The names that are told to a model that called for none of them; its own are the last ones. */
const mostNamed = 40;

/** Records that a call was not run as it was asked for. */
export function note(scope: TurnScope, name: string, verdict: string): void {
  scope.record({ kind: 'guard', name, startedAt: new Date(), durationMs: 0, detail: { verdict } });
}

function answerAtOnce(
  call: ToolCall,
  count: number,
  tools: readonly StructuredToolInterface[],
): ToolMessage | undefined {
  const names = tools.map(({ name }) => name);
  if (!names.includes(call.name)) {
    return toolAnswer(call, { outcome: 'unknown_tool', tools_that_exist: names.slice(-mostNamed) });
  }
  if (call.name !== handOverName || count === 1) return undefined;
  return toolAnswer(call, { outcome: 'not_alone', reason: 'Call this tool without any other.' });
}

/** What the same call brought before, unless something was changed since. */
function asBefore(
  call: ToolCall,
  work: BaseMessage[],
  tools: readonly StructuredToolInterface[],
): ToolMessage | undefined {
  const key = keyOf(call);
  const earlier = work.flatMap(callsOf);
  const at = earlier.findLastIndex((each) => keyOf(each) === key);
  if (at < 0 || earlier.slice(at + 1).some((each) => changes(each, tools))) return undefined;
  const result = work.find(
    (each) => ToolMessage.isInstance(each) && each.tool_call_id === earlier[at]?.id,
  );
  if (!result || !ToolMessage.isInstance(result) || result.status === 'error') return undefined;
  const { content, name } = result;
  return new ToolMessage({ content, name, tool_call_id: call.id ?? '', status: 'success' });
}

const keyOf = ({ name, args }: ToolCall) => `${name} ${canonicalJson(args)}`;

function changes(call: ToolCall, tools: readonly StructuredToolInterface[]): boolean {
  const tool = tools.find(({ name }) => name === call.name);
  return tool !== undefined && 'metadata' in tool && isWrite(tool.metadata);
}

function isWrite(metadata: unknown): boolean {
  return (
    typeof metadata === 'object' &&
    metadata !== null &&
    'risk' in metadata &&
    metadata.risk !== 'read'
  );
}
