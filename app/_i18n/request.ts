import { getRequestConfig } from 'next-intl/server';
import { currentPrincipal } from '@/app/_auth/current-principal';
import { catalogs } from '@/lib/i18n/catalog';

/** Language and texts of this page: the same language in which the API answers this person. */
export default getRequestConfig(async () => {
  const { locale } = await currentPrincipal();
  return { locale, messages: catalogs[locale], timeZone: 'UTC' };
});
