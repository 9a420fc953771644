import { z } from 'zod';

/** Longest task or reason that one agent gives another, in characters. */
const longestText = 2_000;

/** What one agent gives another: the task in words, and what is known, not a guess from history. */
export const handoffSchema = z.object({
  to: z.string().min(1),
  task: z.string().trim().min(1).max(longestText),
  reason: z.string().trim().max(longestText).default(''),
  urgency: z.enum(['normal', 'high']).default('normal'),
  /** What is known already, by name: `order_id`, `amount`. */
  facts: z.record(z.string().max(100), z.string().max(500)).default({}),
});

/** A handoff on its way through the graph. */
export interface Handoff extends z.infer<typeof handoffSchema> {
  /** Who gave it; the supervisor when absent. */
  from?: string;
  /** How it was decided, where the supervisor gave it. */
  by?: 'classifier' | 'model' | 'policy';
  /** The task as it was searched for: made to stand alone, where it leaves something unsaid. */
  question?: string;
  /** What the person said of it, where the task was worded by an agent. */
  said?: string;
}

/** A task that a specialist had in this turn. */
export interface HadTask {
  specialist: string;
  /** Without what may differ between two wordings of the same. */
  task: string;
}

/** Without case, marks and spaces. */
function normalizeTask(task: string): string {
  return task
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** What is had once the supervisor has handed a request over. */
export function firstHad({ to, task }: Handoff): HadTask {
  return { specialist: to, task: normalizeTask(task) };
}

/** What is had after one specialist gave a task to another: whoever gave it had it, too. */
export function withHandoff(had: readonly HadTask[], { from = '', to, task }: Handoff): HadTask[] {
  const same = normalizeTask(task);
  return [...had, { specialist: from, task: same }, { specialist: to, task: same }];
}

/** How often the request at hand was given on from specialist to specialist. */
export const handoffsIn = (had: readonly HadTask[]): number => Math.floor(had.length / 2);

/** Whether the one whom a task is given to had that very task in this turn. */
export function goesInCircles({ to, task }: Handoff, had: readonly HadTask[]): boolean {
  const same = normalizeTask(task);
  return had.some((each) => each.specialist === to && each.task === same);
}
