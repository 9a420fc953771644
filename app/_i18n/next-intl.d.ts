import type { Catalog } from '@/lib/i18n/catalog';
import type { Locale as DeskLocale } from '@/lib/locale';

declare module 'next-intl' {
  interface AppConfig {
    Locale: DeskLocale;
    /** The texts, and what each specialist is called. */
    Messages: Catalog & { specialists: Record<string, string> };
  }
}
