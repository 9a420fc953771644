import { getRequestConfig } from 'next-intl/server';
import { team } from '@/agents/team';
import { currentPrincipal } from '@/app/_auth/current-principal';
import { catalogs } from '@/lib/i18n/catalog';

/** Language and texts of this page: the same language in which the API answers this person. */
export default getRequestConfig(async () => {
  const { locale } = await currentPrincipal();
  // What specialists are called stands in their definitions.
  const specialists = Object.fromEntries(
    team().specialists.map(({ name, titles }) => [name, titles[locale]]),
  );
  return { locale, messages: { ...catalogs[locale], specialists }, timeZone: 'UTC' };
});
