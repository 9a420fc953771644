import { z } from 'zod';

export const locales = ['en', 'zh'] as const;
export const localeSchema = z.enum(locales);
export type Locale = z.infer<typeof localeSchema>;

/** The cookie that keeps a person's own choice of language. */
export const localeCookie = 'locale';

/** Picks the best supported locale from an `Accept-Language` header; English when none fits. */
export function negotiateLocale(acceptLanguage: string | null | undefined): Locale {
  const wanted = (acceptLanguage ?? '')
    .split(',')
    .map((entry) => {
      const [tag = '', ...parameters] = entry.trim().toLowerCase().split(';');
      const quality = parameters.find((parameter) => parameter.trim().startsWith('q='));
      return { tag, quality: quality ? Number(quality.trim().slice(2)) || 0 : 1 };
    })
    .sort((a, b) => b.quality - a.quality);
  const match = wanted.find(({ tag }) => tag.startsWith('zh') || tag.startsWith('en'));
  return match?.tag.startsWith('zh') ? 'zh' : 'en';
}

/** The language a text is written in: Chinese as soon as a fifth of its letters are Han. */
export function detectLocale(text: string): Locale {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters > 0 && han / letters >= 0.2 ? 'zh' : 'en';
}
