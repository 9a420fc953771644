import { catalogs } from '@/lib/i18n/catalog';
import { saysNoSource } from './no-source';

/** Whether a text offers a person: because nothing was found, or because a person must decide. */
export function offersPerson(text: string): boolean {
  const offers = Object.values(catalogs).map(({ agents }) => agents.offer_person);
  return saysNoSource(text) || offers.some((offer) => text.trimEnd().endsWith(offer));
}
