import type { ToolResult } from '@/agents/tools/tool-result';
import type { ConnectedTool } from '@/lib/connections/connected-tool';
import type { ConnectedAnswer } from '@/lib/connections/tool-call';
import type { Locale } from '@/lib/locale';
import { parseSource } from '@/lib/shared/linked-source';
import { toDataBlock } from './data-block';
import { dataLines } from './data-lines';

/** Longest thing that a system says of its refusal, in characters. */
const longestMessage = 300;

/** What a model and the person are told of an answer of an outside system. */
export function connectedResult(
  tool: ConnectedTool,
  answer: ConnectedAnswer,
  locale: Locale,
): ToolResult {
  const told = factsOf(tool, locale);
  const { name } = tool.connection;
  if (answer.outcome === 'unavailable') return { outcome: 'unavailable', ...told };
  if (answer.outcome === 'not-sent') return ownRefusal(answer, told);
  if (answer.outcome === 'refused') {
    if (answer.status === 401) return { outcome: 'no_access', ...told };
    const outcome = answer.status === 404 ? 'not_found' : 'failed';
    const lines = dataLines((answer.message ?? '').slice(0, longestMessage), locale);
    return { outcome, ...told, ...(lines.length > 0 && { data: toDataBlock(name, lines) }) };
  }
  const lines = dataLines(answer.data, locale);
  return {
    outcome: 'ok',
    ...told,
    ...(lines.length > 0 && { data: toDataBlock(name, lines) }),
    ...keptFor(tool, answer.data),
  };
}

/** What the desk itself refused: nobody was asked for it, and nothing has happened. */
function ownRefusal(
  { code, message: reason }: Extract<ConnectedAnswer, { outcome: 'not-sent' }>,
  told: ReturnType<typeof factsOf>,
): ToolResult {
  if (code === 'needs_account') return { outcome: code };
  if (code === 'not_reached') return { outcome: code, ...told };
  if (code !== 'bad_arguments') return { outcome: 'no_access', ...told };
  const outcome = told.kind === 'look' ? 'bad_arguments' : 'failed';
  return { outcome, ...told, ...(reason !== undefined && { reason }) };
}

/** What every sentence about the tool may name. */
export function factsOf({ settings, connection }: ConnectedTool, locale: Locale) {
  const kind = settings.risk === 'read' ? 'look' : 'act';
  return { system: connection.name, title: settings.titles[locale], kind };
}

/** The fields that the operations linked to this one are given, each under the name of its source. */
function keptFor({ settings }: ConnectedTool, data: unknown): ToolResult | object {
  const sources = [settings.undo, settings.check].flatMap((linked) =>
    Object.values(linked?.arguments ?? {}),
  );
  return Object.fromEntries(
    sources.flatMap((source) => {
      const known = parseSource(source);
      if (known?.from !== 'result') return [];
      const value = valueAt(data, known.path);
      return isScalar(value) ? [[source, value]] : [];
    }),
  );
}

function valueAt(data: unknown, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (inner, key) =>
        typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key)
          ? (inner as Record<string, unknown>)[key]
          : undefined,
      data,
    );
}

const isScalar = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value);
