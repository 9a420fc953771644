import { z } from 'zod';
import type { Principal } from './principal';

/** Who may read a document: everyone, staff, or one team. */
export const visibilitySchema = z.union([
  z.literal('public'),
  z.literal('staff'),
  z.templateLiteral(['team:', z.string().regex(/^[a-z0-9-]{1,40}$/)]),
]);
export type Visibility = z.infer<typeof visibilitySchema>;

/**
 * The one access filter: every visibility this principal may read. It is applied inside the
 * index and again wherever a passage, citation or document is opened.
 */
export function readableVisibilities(principal: Principal): Visibility[] {
  if (principal.kind !== 'staff') return ['public'];
  return ['public', 'staff', ...principal.teamIds.map((id): Visibility => `team:${id}`)];
}
