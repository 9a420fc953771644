import { AppError } from '@/lib/errors';
import type { Principal, Role } from './principal';

interface Rule {
  /** Guests and customers may, too. */
  everyone?: true;
  /** Customers and staff may: whoever has an account. */
  signedIn?: true;
  /** Any member of staff may. */
  staff?: true;
  /** Staff with one of these roles may. Admins always may. */
  roles?: Role[];
}

/** The one table of who may do what. Every route, action and page names its permission. */
export const permissions = {
  'sign-in:request': { everyone: true },
  'chat:use': { everyone: true },
  'knowledge:search': { everyone: true },
  'account:use': { signedIn: true },
  'staff-chat:use': { staff: true },
  'document:list': { staff: true },
  'document:manage': { roles: ['operator', 'developer'] },
  'source:manage': { roles: ['developer'] },
  'settings:manage': { roles: [] },
  'retrieval:tune': { roles: ['developer'] },
  'model:read': { roles: ['viewer', 'developer'] },
  'model:manage': { roles: ['developer'] },
  'tool:manage': { roles: ['developer'] },
  'inbox:work': { roles: ['operator'] },
  'approval:decide': { roles: ['operator'] },
  'inbox:oversee': { roles: [] },
  'transcript:read': { roles: ['viewer'] },
  'user:manage': { roles: [] },
  'outbox:read': { roles: [] },
} as const satisfies Record<string, Rule>;

export type Permission = keyof typeof permissions;

/** Whether this principal may. */
export function can(principal: Principal, permission: Permission): boolean {
  const rule: Rule = permissions[permission];
  if (rule.everyone) return true;
  if (rule.signedIn) return principal.kind !== 'guest';
  if (principal.kind !== 'staff') return false;
  if (rule.staff || principal.roles.includes('admin')) return true;
  return rule.roles?.some((role) => principal.roles.includes(role)) ?? false;
}

/** @throws AppError `not_signed_in` for guests, `forbidden` for others who may not. */
export function requirePermission(principal: Principal, permission: Permission): void {
  if (can(principal, permission)) return;
  throw new AppError(principal.kind === 'guest' ? 'not_signed_in' : 'forbidden');
}
