import type { Passage } from '@/knowledge/passages/passage';
import type { CaseCategory, CasePriority } from '@/lib/db/conversations/cases';
import type { ModelCallRecord } from '@/lib/models/model-call';
import type { StandInReason } from '@/lib/models/model-call-log';
import { keepTrace } from '@/lib/shared/kept-trace';
import { noPolicyState, type PolicyState } from '@/lib/shared/policy-state';
import type { SearchTrace } from '@/lib/shared/retrieval';
import type { Step } from '@/lib/shared/steps';
import type { Shortfall } from './limits/shortfall';
import { type NumberedPassage, Sources } from './sources';
import { type ConnectedTools, noConnectedTools } from './tools/connected/connected-tools';

/** Why a person is called, in words for the operator. */
interface Escalation {
  category: CaseCategory;
  summary: string;
  /** By the category when absent. */
  priority?: CasePriority;
  /** The general team when absent. */
  teamId?: string;
}

/** What one execution of a turn gathers on its way: nothing here has left the process yet. */
export class TurnScope {
  readonly sources = new Sources();
  readonly steps: Step[] = [];
  /** Every attempt at a provider so far, with what it took; stored with the turn's end. */
  readonly modelCalls: ModelCallRecord[] = [];
  /** Why the built-in model answered in the place of the configured one, if it did. */
  standIn: StandInReason | undefined;
  /** What was found for the task at hand; absent where a paused turn goes on with all it knew. */
  taskPassages: NumberedPassage[] | undefined;
  specialist: string | undefined;
  escalation: Escalation | undefined;
  /** What the dialogue policy keeps of the conversation; stored with the turn's end or pause. */
  policy: PolicyState = noPolicyState;
  /** What the person wants remembered of themselves, from earlier conversations; guests have none. */
  facts: readonly string[] = [];
  /** Tools that people connected, as this execution found them when it began. */
  connected: ConnectedTools = noConnectedTools;
  /** By specialist that worked: the systems of its connected tools that were away. */
  readonly away = new Map<string, readonly string[]>();
  /** What was remembered in this turn. */
  readonly remembered: string[] = [];
  /** The person's own messages that a model is shown. */
  saidByPerson = '';
  /** Writes a whole text of the answer that no model writes. */
  say: (text: string) => void = () => undefined;
  /** Why it gave up before everything was answered. */
  shortfall: Shortfall | undefined;
  /** How often models and tools were called; `bad` calls name no tool or do not fit it. */
  readonly calls = { model: 0, tool: 0, bad: 0, repeated: 0 };
  readonly startedAt = Date.now();

  readonly citedBefore: string[];
  readonly saidBefore: string | null;

  /**
   * @param citedBefore chunks that the answer before stood on, the first cited first
   * @param saidBefore what was said before the messages that a model is shown, summed up
   */
  constructor(citedBefore: string[] = [], saidBefore: string | null = null) {
    this.citedBefore = citedBefore;
    this.saidBefore = saidBefore;
  }

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
