'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { problemSentence } from '@/app/_ui/problem-sentence';
import { RequestError } from '@/app/_ui/request-json';
import type { SourceKind, SourceView } from '@/lib/shared/sources';
import { fieldsOf, formOf, missingFields, type SourceForm } from './source-form';
import { changeSource, createSource } from './sources-api';

/** Faults that are about what was typed for the place. */
const ofPlace = /^(address|folder)_/;

/** A form for a source: what is typed stays until it is saved, faults stand beside their fields. */
export function useSourceForm(source: SourceView | null, kinds: SourceKind[]) {
  const t = useTranslations('sources.form');
  const common = useTranslations('common');
  const [form, setForm] = useState(() => formOf(source, kinds));
  const [errors, setErrors] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<string | null>(null);
  const [isSaving, setIsSaving] = useState(false);
  const kind = kinds.find((one) => one.kind === form.kind);

  function change(changes: Partial<SourceForm>) {
    setForm((typed) => ({ ...typed, ...changes }));
    if (changes.config || changes.kind) setErrors({});
    setProblem(null);
  }

  function showFault(fault: unknown) {
    const sentence = problemSentence(fault) ?? common('unreachable');
    const isOfPlace = fault instanceof RequestError && ofPlace.test(fault.code);
    const field = kind?.fields[0]?.name;
    if (isOfPlace && field) setErrors({ [field]: sentence });
    else setProblem(sentence);
  }

  /** Resolves to whether it was saved. */
  async function save(): Promise<boolean> {
    if (!kind) return false;
    const missing = missingFields(form, kind);
    setErrors(Object.fromEntries(missing.map((name) => [name, t('required')])));
    if (missing.length > 0) return false;
    setIsSaving(true);
    try {
      const { kind: _kind, ...fields } = fieldsOf(form, kind);
      if (source) await changeSource(source.id, withoutSame(fields, source));
      else await createSource({ ...fields, kind: form.kind });
      return true;
    } catch (fault) {
      showFault(fault);
      return false;
    } finally {
      setIsSaving(false);
    }
  }

  return { form, kind, errors, problem, isSaving, change, save };
}

/** A place that stays is not sent: it would be looked at and read anew. */
function withoutSame<F extends { config: Record<string, unknown> }>(fields: F, source: SourceView) {
  const isSame = JSON.stringify(fields.config) === JSON.stringify(source.config);
  return { ...fields, config: isSame ? undefined : fields.config };
}
