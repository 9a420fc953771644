import { asksFor } from '@/agents/builtin-model/reading/asks-for';
import { isBareDetail } from '@/agents/builtin-model/reading/is-bare-detail';

const idIn = /(?<![A-Za-z-])[A-Za-z]{2,5}-\d[\d-]*/g;

const idsIn = (clause: string) => clause.match(idIn)?.join(' ') ?? '';

/** Tells of something else than what was spoken of before it, by a number, and asks for nothing. */
function leads(clause: string, before: string): boolean {
  const ids = idsIn(clause);
  return ids !== '' && before !== '' && ids !== before && !asksFor(clause) && !isBareDetail(clause);
}

/**
 * The clauses of a message, in which what tells of another order or invoice stands with the request
 * that follows it: "return the mouse of SO-1. The lamp of SO-2 is scratched, refund me 10" asks for
 * something of each.
 */
export function withLeads(clauses: string[]): string[] {
  const joined: string[] = [];
  let before = '';
  let lead = '';
  for (const clause of clauses) {
    const ids = idsIn(clause);
    if (lead !== '' && ids === '' && asksFor(clause)) {
      joined[joined.length - 1] = `${lead}, ${clause}`;
      lead = '';
    } else {
      lead = leads(clause, before) ? clause : '';
      joined.push(clause);
    }
    before = ids === '' ? before : ids;
  }
  return joined;
}
