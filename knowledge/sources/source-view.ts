import { z } from 'zod';
import { visibilitySchema } from '@/lib/auth/visibility';
import type { SourceRow } from '@/lib/db/knowledge/sources';
import { translate } from '@/lib/i18n/translate';
import type { Locale } from '@/lib/locale';
import {
  type SourceView,
  sourceFaultCodeSchema,
  sourceOutcomeSchema,
  sourceProgressSchema,
} from '@/lib/shared/sources';

const configSchema = z.record(z.string(), z.unknown());
const valuesSchema = z.record(z.string(), z.union([z.string(), z.number()]));

/** A source as people see it, faults as sentences in their language. */
export function toSourceView(row: SourceRow, locale: Locale): SourceView {
  const { id, kind, name, everyMinutes, isPaused, state, documents } = row;
  const isRunning = state === 'running';
  return {
    id,
    kind,
    name,
    config: configSchema.parse(row.config),
    visibility: visibilitySchema.parse(row.visibility),
    everyMinutes,
    isPaused,
    state,
    progress: isRunning ? (sourceProgressSchema.nullish().parse(row.progress) ?? null) : null,
    outcome: outcomeView(row.last, locale),
    error: state === 'failed' ? errorView(row, locale) : null,
    documents,
    startedAt: row.startedAt?.toISOString() ?? null,
    endedAt: row.endedAt?.toISOString() ?? null,
    nextRunAt: isPaused ? null : row.nextRunAt.toISOString(),
    createdAt: row.createdAt.toISOString(),
  };
}

function outcomeView(last: unknown, locale: Locale): SourceView['outcome'] {
  const outcome = sourceOutcomeSchema.nullish().parse(last);
  if (!outcome) return null;
  const faults = outcome.faults.map(({ key, reason, values }) => ({
    key,
    code: reason,
    message: translate(locale, `sources.faults.${reason}`, values),
  }));
  return { ...outcome, faults };
}

function errorView({ errorCode, errorDetail }: SourceRow, locale: Locale): SourceView['error'] {
  const code = sourceFaultCodeSchema.catch('internal').parse(errorCode);
  const values = valuesSchema.parse(JSON.parse(errorDetail ?? '{}'));
  return { code, message: translate(locale, `sources.faults.${code}`, values) };
}
