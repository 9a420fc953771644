import { catalogs } from '@/lib/i18n/catalog';

/** Whether a text is the refusal that every model is told to give in exactly these words. */
export function saysNoSource(text: string): boolean {
  return Object.values(catalogs).some(({ agents }) => text.includes(agents.no_source));
}
