import type { Locale } from '@/lib/locale';

export const roles = ['viewer', 'operator', 'developer', 'admin'] as const;
export type Role = (typeof roles)[number];

/** Who is asking. Comes from the session or API key, never from a request body or a model. */
export interface Principal {
  kind: 'guest' | 'customer' | 'staff';
  id: string;
  name?: string;
  email?: string;
  /** The customer's account in the business APIs. */
  accountId?: string;
  roles: Role[];
  teamIds: string[];
  locale: Locale;
}
