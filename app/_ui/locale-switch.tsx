'use client';
import { Button } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useLocale, useTranslations } from 'next-intl';
import { useTransition } from 'react';
import { type Locale, localeCookie } from '@/lib/locale';

const other: Record<Locale, { locale: Locale; name: string }> = {
  en: { locale: 'zh', name: '中文' },
  zh: { locale: 'en', name: 'English' },
};

const oneYear = 60 * 60 * 24 * 365;

/** Changes the language of the pages, named in that language, and keeps the choice for a year. */
export function LocaleSwitch() {
  const t = useTranslations('common');
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const { locale, name } = other[useLocale()];

  function switchLocale() {
    // biome-ignore lint/suspicious/noDocumentCookie: Safari and Firefox lack the Cookie Store API.
    document.cookie = `${localeCookie}=${locale}; path=/; max-age=${oneYear}; samesite=lax`;
    startTransition(() => router.refresh());
  }

  return (
    <Button
      variant="subtle"
      color="gray"
      size="compact-sm"
      lang={locale}
      aria-label={t('switchLanguage', { language: name })}
      loading={isPending}
      onClick={switchLocale}
    >
      {name}
    </Button>
  );
}
