import type { SpecialistName } from './specialist';

/** What one agent gives another: the task in words, and what is known, not a guess from history. */
export interface Handoff {
  to: SpecialistName;
  task: string;
  reason: string;
  urgency: 'normal' | 'high';
  facts: Record<string, string>;
}
