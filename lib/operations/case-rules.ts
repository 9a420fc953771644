import type { CaseCategory, CasePriority } from '@/lib/db/conversations/cases';

/** The team that takes what no other team is named for. */
export const generalTeam = 'support';

/** Minutes until a person's first reply is due, by priority: the service level agreed on. */
const dueMinutes: Record<CasePriority, number> = { high: 15, normal: 60, low: 240 };

/** How urgent a case is when nobody says otherwise: what already went wrong comes first. */
const priorities: Record<CaseCategory, CasePriority> = {
  'action-failed': 'high',
  complaint: 'high',
  'turn-failed': 'high',
  'asked-for-person': 'normal',
  'no-source': 'normal',
  rule: 'normal',
};

/** The priority of a new case of this category. */
export function priorityOf(category: CaseCategory): CasePriority {
  return priorities[category];
}

/** When the first reply of a person is due. */
export function dueAt(priority: CasePriority, openedAt: Date): Date {
  return new Date(openedAt.getTime() + dueMinutes[priority] * 60_000);
}
