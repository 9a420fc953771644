import type { SpecialistName } from './specialist';

/** What one agent gives another: the task in words, and what is known, not a guess from history. */
export interface Handoff {
  to: SpecialistName;
  task: string;
  /** The task as it was searched for: made to stand alone, where it leaves something unsaid. */
  question?: string;
  reason: string;
  urgency: 'normal' | 'high';
  facts: Record<string, string>;
}
