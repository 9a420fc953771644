import type { Passage } from '@/knowledge/passages/passage';
import type { CaseCategory } from '@/lib/db/cases';
import type { ModelCallRecord } from '@/lib/models/model-call';
import { keepTrace } from '@/lib/shared/kept-trace';
import type { SearchTrace } from '@/lib/shared/retrieval';
import type { Step } from '@/lib/shared/steps';
import { type NumberedPassage, Sources } from './sources';

/** Why a person is called, in words for the operator. */
interface Escalation {
  category: CaseCategory;
  summary: string;
}

/** What one execution of a turn gathers on its way: nothing here has left the process yet. */
export class TurnScope {
  readonly sources = new Sources();
  readonly steps: Step[] = [];
  /** Every attempt at a provider so far, with what it took; stored with the turn's end. */
  readonly modelCalls: ModelCallRecord[] = [];
  /** What was found for the task at hand; absent where a paused turn goes on with all it knew. */
  taskPassages: NumberedPassage[] | undefined;
  specialist: string | undefined;
  /** Tells the specialist at work what it is to do and knows; made anew at each call of a model. */
  instruct: () => string = () => '';
  escalation: Escalation | undefined;

  /** @param citedBefore chunks that the answer before stood on, the first cited first */
  constructor(readonly citedBefore: string[] = []) {}

  record(step: Step): void {
    this.steps.push(step);
  }

  /** Numbers the passages of a search, unless they answer nothing, and records it. */
  addRetrieval(search: {
    /** The question as it may be kept. */
    kept: string;
    query: string;
    startedAt: Date;
    hits: Passage[];
    confidence: number;
    isAnswered: boolean;
    trace: SearchTrace;
  }): NumberedPassage[] {
    const numbered = search.isAnswered ? this.sources.add(search.hits) : [];
    this.record({
      kind: 'retrieval',
      name: 'search',
      startedAt: search.startedAt,
      durationMs: Date.now() - search.startedAt.getTime(),
      detail: {
        query: search.kept,
        confidence: search.confidence,
        isAnswered: search.isAnswered,
        // No title: a document that is deleted later must leave nothing of itself here.
        hits: search.hits.map(({ chunkId, documentId, page, score }) => ({
          chunkId,
          documentId,
          page,
          score,
        })),
        trace: keepTrace(search.trace, { hasTerms: search.kept === search.query }),
      },
    });
    return numbered;
  }
}
