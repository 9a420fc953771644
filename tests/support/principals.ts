import type { Principal } from '@/lib/auth/principal';

/** A visitor without an account. */
export const guest: Principal = {
  kind: 'guest',
  id: 'guest-1',
  roles: [],
  teamIds: [],
  locale: 'en',
};

/** A member of staff, in these teams. */
export function staffOf(...teamIds: string[]): Principal {
  return { kind: 'staff', id: 'staff-1', roles: ['operator'], teamIds, locale: 'en' };
}

/** An administrator. */
export const admin: Principal = {
  kind: 'staff',
  id: 'admin',
  roles: ['admin'],
  teamIds: [],
  locale: 'en',
};
