import type { User } from '@/lib/db/identity/users';
import type { Locale } from '@/lib/locale';
import { type Principal, type Role, roles } from './principal';

/** The principal that an account acts as. Customers have neither roles nor teams. */
export function toPrincipal(user: User, locale: Locale): Principal {
  const isStaff = user.kind === 'staff';
  return {
    kind: user.kind,
    id: user.id,
    name: user.name ?? undefined,
    email: user.email,
    accountId: isStaff ? undefined : (user.accountId ?? undefined),
    roles: isStaff ? user.roles.filter(isRole) : [],
    teamIds: isStaff ? user.teamIds : [],
    locale,
  };
}

/** A guest: anybody who talks to the desk without an account. */
export function toGuest(id: string, locale: Locale): Principal {
  return { kind: 'guest', id, roles: [], teamIds: [], locale };
}

function isRole(value: string): value is Role {
  return roles.some((role) => role === value);
}
