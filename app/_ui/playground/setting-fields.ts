import type { RetrievalSettings } from '@/lib/shared/retrieval';

/** Settings that are numbers, as sliders show them. */
export const numberFields = [
  { name: 'passages', min: 1, max: 50, step: 1 },
  { name: 'candidates', min: 10, max: 200, step: 10 },
  { name: 'meaning', min: 0, max: 1, step: 0.05 },
  { name: 'nearness', min: 0, max: 3, step: 0.1 },
  { name: 'coverage', min: 0, max: 3, step: 0.1 },
  { name: 'answeredFrom', min: 0, max: 1, step: 0.01 },
] as const;
export type NumberField = (typeof numberFields)[number];

/** Those of the settings that are others than what they are compared with. */
export function changedSettings(
  settings: RetrievalSettings,
  from: RetrievalSettings,
): Partial<RetrievalSettings> {
  const names = Object.keys(settings) as (keyof RetrievalSettings)[];
  const changed = names.filter((name) => settings[name] !== from[name]);
  return Object.fromEntries(changed.map((name) => [name, settings[name]]));
}
