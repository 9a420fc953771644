/** Whether a message, or the end of it, is a question. */
export const endsAsQuestion = /[?？]\s*$|[吗呢][。.!！]?\s*$/;

/** «And INV-2026-0042?», 那INV-2026-0042呢: the same again for another id. */
export function asksOfAnother(text: string): boolean {
  const rest = text
    .normalize('NFKC')
    .replace(/(?<![A-Za-z])[A-Za-z]{2,5}-\d[\d-]*/, '')
    .replace(/^\s*(?:and|what about|how about|那|那么|还有)?\s*(?:呢)?\s*[?？.。]*\s*$/i, '');
  return rest === '' && /\d/.test(text);
}
