import { z } from 'zod';
import { translate } from '@/lib/i18n/translate';
import type { Locale } from '@/lib/locale';
import type { SourceKind } from '@/lib/shared/sources';
import { connectors } from './connectors';

/** What a config is made of, as its JSON Schema tells it. */
const fieldsSchema = z.object({
  properties: z.record(z.string(), z.object({ type: z.enum(['string', 'array']) })),
  required: z.array(z.string()).default([]),
});

/** Every kind of source with what has to be known of one, in the reader's language. */
export function listSourceKinds(locale: Locale): SourceKind[] {
  return Object.entries(connectors).map(([kind, { config }]) => {
    const { properties, required } = fieldsSchema.parse(z.toJSONSchema(config, { io: 'input' }));
    const text = (key: string) => translate(locale, `sources.kinds.${kind}.${key}`);
    const fields = Object.entries(properties).map(([name, { type }]) => ({
      name,
      label: text(`${name}.label`),
      hint: text(`${name}.hint`),
      isList: type === 'array',
      isRequired: required.includes(name),
    }));
    return { kind, label: text('label'), fields };
  });
}
