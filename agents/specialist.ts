import type { StructuredToolInterface } from '@langchain/core/tools';
import type { Locale } from '@/lib/locale';
import type { ModelPurpose } from '@/lib/shared/models';
import type { TurnLimits } from './limits/turn-limits';

/**
 * An agent for one area. To add one: a folder with this and its `examples.txt`, and a line in
 * `registry.ts`.
 */
export interface Specialist {
  /** Lower case; the name of its folder. */
  name: string;
  /** What people see it called. */
  titles: Record<Locale, string>;
  /** What it handles, in a sentence, for routing and for other agents. */
  handles: string;
  /** Its instructions, beside those that hold for every specialist. */
  prompt: string;
  tools: readonly StructuredToolInterface[];
  /** Whether it answers from the documents, too: what the person may read of them, or nothing. */
  knowledge?: 'all' | 'none';
  /** Which model it speaks with; that for answers when absent. */
  purpose?: ModelPurpose;
  /** What it may take of a turn where that differs from `turn-limits.ts`. */
  limits?: Partial<TurnLimits>;
  /** The team whose people take over from it; the general one when absent. */
  team?: string;
  /** What people say to it, a file under `agents/`; `<name>/examples.txt` when absent. */
  examplesFile?: string;
}
