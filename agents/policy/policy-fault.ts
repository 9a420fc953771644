import { translate } from '@/lib/i18n/translate';
import type { Locale } from '@/lib/locale';

/** Something in the policy file that needs a change; its sentence stands in the `policy` catalogue. */
export interface PolicyFault {
  /** From 1. */
  line: number;
  column: number;
  code: string;
  values: Record<string, string>;
}

/** What is wrong where, and what to do, in a sentence. */
export function faultSentence({ line, column, code, values }: PolicyFault, locale: Locale): string {
  const text = translate(locale, `policy.faults.${code}`, values);
  return translate(locale, 'policy.fault', { line: String(line), column: String(column), text });
}

/** Every fault once, in the order of the file. */
export function inOrder(faults: PolicyFault[]): PolicyFault[] {
  const once = new Map(faults.map((fault) => [JSON.stringify(fault), fault]));
  return [...once.values()].sort((a, b) => a.line - b.line || a.column - b.column);
}
