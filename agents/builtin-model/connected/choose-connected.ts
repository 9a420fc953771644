import type { BoundTool } from '@/agents/builtin-model/bound-tool';
import { type QuestionTerm, readTerms } from '@/knowledge/ranking/question-terms';
import { nearest, nearestUsual, weightsOf } from './sparse-likeness';
import { profileOf } from './tool-profile';

/** A connected tool, and how much a message sounds like a request for it, 0 to 1. */
export interface ChosenTool {
  tool: BoundTool;
  score: number;
}

/** Below this a message is for none of them. Tests hold requests and other questions apart. */
const threshold = 0.32;
/** What it takes to be called by name is worth this much of being said like an example. */
const namedWorth = 0.8;

/**
 * The connected tool that a message calls for, or none: by its examples, and by the words of its
 * titles, name and description, so that one without any examples is found, too. A message that is
 * more like what is usually said to the desk is for none.
 */
export function chooseConnected(text: string, tools: readonly BoundTool[]): ChosenTool | undefined {
  const [best] = rankConnected([text], tools);
  if (!best || best.score < threshold) return undefined;
  return best.score > nearestUsual(weightsOf(text)) ? best : undefined;
}

/**
 * Connected tools by how much some texts sound like them, the likeliest first; of those that are
 * as likely, the first given one.
 */
export function rankConnected(texts: string[], tools: readonly BoundTool[]): ChosenTool[] {
  const read = texts.map((text) => ({ weights: weightsOf(text), terms: readTerms(text).terms }));
  return tools
    .map((tool) => {
      const { examples, names, words } = profileOf(tool);
      const scores = read.map(({ weights, terms }) => {
        const said = new Set(terms.map(({ token }) => token.term));
        const isKnown = ({ token }: QuestionTerm) => words.has(token.term);
        const known = weightOf(terms.filter(isKnown));
        // A pair of characters that is no word says nothing about what else is asked for.
        const all = weightOf(terms.filter((term) => isKnown(term) || !term.token.isGuess));
        const named = Math.max(0, ...names.map((name) => shareSaid(name, said)));
        const isSaid = known > 0;
        const byExample = isSaid ? nearest(weights, examples) : 0;
        return Math.max(byExample, namedWorth * Math.sqrt(named * (known / (all || 1))));
      });
      return { tool, score: Math.max(0, ...scores) };
    })
    .toSorted((one, other) => other.score - one.score);
}

const weightOf = (terms: QuestionTerm[]) => terms.reduce((sum, { weight }) => sum + weight, 0);

function shareSaid(name: ReadonlyMap<string, number>, said: ReadonlySet<string>): number {
  let [all, found] = [0, 0];
  for (const [term, weight] of name) {
    all += weight;
    if (said.has(term)) found += weight;
  }
  // A deed alone, as «show», names nothing.
  return found < 1 ? 0 : found / all;
}
