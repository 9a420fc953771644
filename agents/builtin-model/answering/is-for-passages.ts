import type { BoundTool } from '@/agents/builtin-model/bound-tool';
import type { PromptPassage } from '@/agents/builtin-model/read-prompt';
import { readTerms } from '@/knowledge/ranking/question-terms';
import { termsOf } from './passage-units';

const asks =
  /[?？]\s*$|[吗呢][。.!！]?\s*$|^(?:who|what|when|where|why|how|which|is|are|was|were|do|does|did)\b|什么|怎么|多少|哪|为何|何时/i;
/** What is the person's own, or to be done for them, no document knows. */
const isOwn = /\b(?:i|me|my|mine|we|us|our|you|your)\b|我|咱|俺|帮|请|你|您|[A-Za-z]{2,5}-\d/i;

/** How much more of a question the passages must hold than the examples of the tool. */
const lead = 0.3;

/**
 * Whether a question that sounds like a request for a tool is about something that the passages
 * speak of and no example of the tool does: "when was X founded?" is no order.
 * @param passages best first
 */
export function isForPassages(text: string, passages: PromptPassage[], tool: BoundTool): boolean {
  if (passages.length === 0 || isOwn.test(text) || !asks.test(text.trim())) return false;
  const { terms } = readTerms(text);
  const whole = terms.reduce((sum, { weight }) => sum + weight, 0) || 1;
  const shareIn = (known: Set<string>) =>
    terms.reduce((sum, { token, weight }) => sum + (known.has(token.term) ? weight : 0), 0) / whole;
  const told = Math.max(
    ...passages
      .slice(0, 2)
      .map((passage) => shareIn(termsOf(`${passage.document}\n${passage.text}`))),
  );
  return told >= shareIn(termsOf(tool.examples.join('\n'))) + lead;
}
