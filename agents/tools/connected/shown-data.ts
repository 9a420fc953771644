import type { ToolResult } from '@/agents/tools/tool-result';
import { readDataBlock } from './data-block';
import { escapeData } from './escape-data';

/**
 * The data of an outside system in a result as a list in Markdown; empty where there is none. It is
 * escaped: whatever stands in it is words to a person.
 */
export function shownData({ data }: ToolResult): string {
  return readDataBlock(data)
    .map((line) => `- ${escapeData(line)}`)
    .join('\n');
}
