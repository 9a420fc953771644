import { useTranslations } from 'next-intl';
import type { Person, ViewAs } from '@/lib/shared/trials';

/** Whose eyes are borrowed; the member of staff is null until one is chosen. */
export type Eyes =
  | { kind: 'self' | 'guest' | 'customer' }
  | { kind: 'user'; person: Person | null };

/** As the server takes it; null while nobody is chosen yet. */
export function toViewAs(eyes: Eyes): ViewAs | null {
  if (eyes.kind !== 'user') return { kind: eyes.kind };
  return eyes.person ? { kind: 'user', id: eyes.person.id } : null;
}

/** How sentences call them. */
export function useViewedName(eyes: Eyes): string {
  const t = useTranslations('playground.person');
  if (eyes.kind !== 'user') return t(eyes.kind);
  return eyes.person?.name ?? eyes.person?.email ?? '';
}
