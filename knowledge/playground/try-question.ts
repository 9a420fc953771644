import type { Principal } from '@/lib/auth/principal';
import { readableVisibilities } from '@/lib/auth/visibility';
import { findVisibilities } from '@/lib/db/knowledge/documents';
import type { Trial, TrialPassage, TrialRequest } from '@/lib/shared/trials';
import { type SearchResult, search } from '../search';
import { termMarker } from './mark-terms';
import { placePassages } from './place-passages';
import { readConsidered } from './read-considered';
import { resolveViewAs, toReader, withinReach } from './resolve-view-as';

/** How many of those left out are shown. */
const leftOutShown = 20;
/** Down to which of the asker's own places hidden passages are told, however few passages are asked for. */
const hiddenUpTo = 10;

/**
 * Tries a question with somebody's eyes. Everything told of passages, their scores and the
 * confidence included, comes from a search among documents that the asker may read as well as the
 * person viewed as; of what that person reads beyond, only a count is told.
 * @throws AppError `not_found` and `view_as_disabled` for the person, `unavailable` when the index
 * cannot be reached.
 */
export async function tryQuestion(
  asker: Principal,
  { query, viewAs, settings }: TrialRequest,
  signal?: AbortSignal,
): Promise<Trial> {
  const [person, reader] = await Promise.all([resolveViewAs(asker, viewAs), toReader(asker)]);
  const shared = viewAs.kind === 'self' ? asker : withinReach(person, reader);
  const look = (principal: Principal) =>
    search({ query, principal, settings, signal, isTrial: true });
  const [found, mine, theirs] = await Promise.all([
    look(shared),
    viewAs.kind === 'self' ? null : look(reader),
    person.teamIds.length > shared.teamIds.length ? look(person) : null,
  ]);
  const mark = termMarker(query);
  const { trace, confidence } = found;
  const [passages, hidden, foreignCount] = await Promise.all([
    readConsidered(shared, choose(found), mark),
    mine ? findHidden(mine, { reader, shared }, mark) : [],
    theirs ? countForeign(theirs, reader) : 0,
  ]);
  const { settings: used, notices, times, terms, considered } = trace;
  return {
    ...{ confidence, settings: used, notices, times, hidden, foreignCount },
    // How many chunks hold a term is not told: they are counted over documents of all readers.
    terms: terms.map(({ term }) => term),
    ...placePassages(passages),
    leftOutCount: considered.filter(({ outcome }) => outcome !== 'shown').length,
  };
}

/** What was shown, and the best of what was not. */
function choose({ trace: { considered } }: SearchResult) {
  const leftOut = considered.filter(({ outcome }) => outcome !== 'shown').slice(0, leftOutShown);
  return considered.filter((each) => each.outcome === 'shown' || leftOut.includes(each));
}

/** Passages found for the reader that are not for the eyes of the person. */
async function findHidden(
  mine: SearchResult,
  { reader, shared }: { reader: Principal; shared: Principal },
  mark: ReturnType<typeof termMarker>,
): Promise<TrialPassage[]> {
  const open = readableVisibilities(shared);
  const { hits, leftOut } = placePassages(await readConsidered(reader, choose(mine), mark));
  const lowest = Math.max(hiddenUpTo, hits.length);
  return [...hits, ...leftOut].filter(
    ({ visibility, place }) => place !== null && place <= lowest && !open.includes(visibility),
  );
}

/** How many of the passages found for the person are of documents that the reader may not read. */
async function countForeign({ hits }: SearchResult, reader: Principal): Promise<number> {
  const readable = readableVisibilities(reader);
  const visibilities = await findVisibilities(hits.map(({ documentId }) => documentId));
  return hits.filter(({ documentId }) => {
    const visibility = visibilities.get(documentId);
    return visibility !== undefined && !readable.includes(visibility);
  }).length;
}
