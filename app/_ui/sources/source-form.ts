import type { Visibility } from '@/lib/auth/visibility';
import type { NewSourceFields, SourceKind, SourceView } from '@/lib/shared/sources';

/** The form as it is typed: lists are lines of one text. */
export interface SourceForm {
  kind: string;
  name: string;
  config: Record<string, string>;
  visibility: Visibility;
  everyMinutes: number;
}

/** The form of a source, or of a new one. */
export function formOf(source: SourceView | null, kinds: SourceKind[]): SourceForm {
  if (!source) {
    const kind = kinds[0]?.kind ?? '';
    return { kind, name: '', config: {}, visibility: 'staff', everyMinutes: 60 };
  }
  const { kind, name, visibility, everyMinutes } = source;
  const config = Object.fromEntries(
    Object.entries(source.config).map(([field, value]) => [
      field,
      Array.isArray(value) ? value.join('\n') : String(value),
    ]),
  );
  return { kind, name, config, visibility, everyMinutes };
}

/** What is sent of a form. */
export function fieldsOf(form: SourceForm, { fields }: SourceKind): NewSourceFields {
  const config = Object.fromEntries(
    fields.map(({ name, isList }) => {
      const typed = (form.config[name] ?? '').trim();
      return [name, isList ? linesOf(typed) : typed];
    }),
  );
  const { kind, visibility, everyMinutes } = form;
  return { kind, name: form.name.trim() || undefined, config, visibility, everyMinutes };
}

/** The fields of the kind that are still empty but needed. */
export function missingFields(form: SourceForm, { fields }: SourceKind): string[] {
  return fields
    .filter(({ name, isRequired }) => isRequired && !form.config[name]?.trim())
    .map(({ name }) => name);
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
