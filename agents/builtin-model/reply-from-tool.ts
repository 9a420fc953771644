import { phraseResult } from '@/agents/tools/phrase-result';
import { type ToolResult, toolResultSchema } from '@/agents/tools/tool-result';
import { translate } from '@/lib/i18n/translate';
import type { Locale } from '@/lib/locale';
import type { ToolReply } from './read-prompt';

function parseResult(content: string): ToolResult | undefined {
  try {
    return toolResultSchema.safeParse(JSON.parse(content)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** Facts without a sentence of their own are listed by name: `order_id: SO-10001`. */
function listFacts(result: ToolResult): string[] {
  return Object.entries(result).flatMap(([name, value]) =>
    name === 'outcome' || value === null || typeof value === 'object' || value === undefined
      ? []
      : [`${name.replaceAll('_', ' ')}: ${value}`],
  );
}

/**
 * A tool's result in the person's language: the catalogue's sentence for its outcome, or else the
 * bare facts, then its lines as a list. Says nothing that the result does not say.
 */
export function replyFromTool({ tool, content }: ToolReply, locale: Locale): string {
  const result = parseResult(content);
  if (!result) return translate(locale, 'agents.unreadable_result');
  const sentence = phraseResult(locale, tool, result);
  const lines = result.lines ?? (sentence ? [] : listFacts(result));
  const list = lines.map((line) => `- ${line}`).join('\n');
  const opening =
    sentence ?? translate(locale, list ? 'agents.result' : 'agents.unreadable_result');
  return list ? `${opening}\n\n${list}` : opening;
}
