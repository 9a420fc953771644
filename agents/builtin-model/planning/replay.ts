import type { BoundTool } from '@/agents/builtin-model/bound-tool';
import { asksFor } from '@/agents/builtin-model/reading/asks-for';
import { fillArguments, isFreeText } from '@/agents/builtin-model/reading/fill-arguments';
import { isMoment } from '@/agents/builtin-model/reading/fill-moment';
import { isBareDetail } from '@/agents/builtin-model/reading/is-bare-detail';
import type { Clock } from '@/agents/builtin-model/reading/read-moment';
import { readShift } from '@/agents/builtin-model/reading/read-shift';
import type { Said } from '@/agents/builtin-model/reading/said';
import { readConsent } from '@/agents/guards/consent-words';
import { askedArgument } from './ask-for-argument';
import { findProposal } from './find-proposal';
import { asksOfAnother, endsAsQuestion } from './message-signs';
import {
  afterDropping,
  besideLettingGo,
  letsItGo,
  proposesAnother,
  readChange,
  withoutOldValue,
} from './read-change';
import { chosenFor, letsGoFor, moves } from './related-tools';
import { earlier, inPieces, namesDeed, namesMoving } from './said-pieces';
import { toolNamed, wantedTool } from './wanted-tool';
import { wantsNoOther } from './wants-no-other';

/** The person took back what they had begun. */
export const dropped = 'dropped';

/** What a person has asked for, and all they have said for it. */
export interface Started {
  tool: BoundTool;
  said: Said[];
  /** The argument that the last message was asked for. */
  asked?: string;
  /** The last message was about something else; this argument is still to be told. */
  suspended?: string;
}

/** A message of the person, with what the assistant said before it. */
export interface Turn {
  text: string;
  assistantBefore: string;
}

/** A message no longer than this holds a value and little else. */
const shortest = 40;
/** A longer message tells more than which of several times is chosen. */
const longestChoice = 80;

/** Whether a proposal was not decided about, but talked on about. */
const isPending = (proposal: string | undefined) =>
  proposal === 'declined' || proposal === 'proposed';

/** Follows a conversation from request to request. */
export class Replay {
  private readonly tools: BoundTool[];
  private readonly clock: Clock;

  constructor(tools: BoundTool[], clock: Clock) {
    this.tools = tools;
    this.clock = clock;
  }

  /** What is under way after a message; `dropped` when it was taken back. */
  next(before: Started | undefined, turn: Turn): Started | typeof dropped | undefined {
    return (before && this.goesOn(before, turn)) ?? this.begins(before, turn);
  }

  /** What becomes of what was under way; undefined where a message is no part of it. */
  private goesOn(before: Started, turn: Turn): Started | typeof dropped | undefined {
    const { text } = turn;
    const asked = before.suspended ?? askedArgument(before.tool, turn.assistantBefore);
    const proposal = findProposal(before.tool, turn.assistantBefore);
    const isUnderWay = asked !== undefined || (proposal !== undefined && proposal !== 'done');
    const instead = isUnderWay ? this.insteadOf(before, text) : undefined;
    if (instead) return instead;
    if (this.drops(before, text, { asked, proposal })) return dropped;
    if (proposal !== 'done' && this.changesAny(before, text, { asked, proposal })) {
      const said = [...before.said, { text: withoutOldValue(text), isChange: true }];
      return { tool: before.tool, said };
    }
    const lettingGo =
      asked && wantsNoOther(text) ? toolNamed(letsGoFor(before.tool), this.tools) : undefined;
    if (lettingGo) return { tool: lettingGo, said: [...before.said, { text }] };
    if (asked && this.completes(before, asked, text)) {
      return { tool: before.tool, said: [...before.said, { text }], asked };
    }
    if (asked && this.answers(before, asked, text)) {
      return { tool: before.tool, said: [...before.said, { text, asked }], asked };
    }
    return this.chosenFromList(before, text);
  }

  private begins(before: Started | undefined, { text, assistantBefore }: Turn) {
    const tool = wantedTool(text, this.tools);
    if (tool) return { tool, said: [...earlier(before?.said), ...inPieces(text)] };
    const asked = before && (before.suspended ?? askedArgument(before.tool, assistantBefore));
    return before && asked ? { ...before, suspended: asked } : undefined;
  }

  private changesAny(
    before: Started,
    text: string,
    state: { asked?: string; proposal?: string },
  ): boolean {
    return (
      asksOfAnother(text) ||
      this.movesProposed(before, text, state.proposal) ||
      this.changes(before, text, state)
    );
  }

  /** "I'll keep it, just give me something back": another tool, for what was said already. */
  private insteadOf(before: Started, text: string): Started | undefined {
    const rest = besideLettingGo(text);
    const other = rest && asksFor(rest) ? wantedTool(rest, this.tools) : undefined;
    if (!rest || !other || other.name === before.tool.name || moves(other, before.tool)) {
      return undefined;
    }
    const isSameMatter = other.required.some(
      (name) => other.properties[name]?.pattern && before.tool.required.includes(name),
    );
    return {
      tool: other,
      said: [...(isSameMatter ? before.said : earlier(before?.said)), { text: rest }],
    };
  }

  /** A time of day after free ones were listed: the next tool is to have it. */
  private chosenFromList(before: Started, text: string): Started | undefined {
    const tool = toolNamed(chosenFor(before.tool), this.tools);
    if (!tool || endsAsQuestion.test(text) || text.length > longestChoice) return undefined;
    const wanted = wantedTool(text, this.tools);
    const isOther = wanted && wanted !== tool && !moves(wanted, tool);
    if (isOther || namesDeed(text) || namesMoving(text)) return undefined;
    const { values } = fillArguments(tool, [{ text }], this.clock);
    const isChoice = tool.required.some((name) => {
      const property = tool.properties[name];
      return values[name] && property && isMoment(property) && property.format !== 'date';
    });
    return isChoice ? { tool, said: [...earlier(before?.said), { text }] } : undefined;
  }

  /** «Never mind», 算了, or a plain no where no yes or no was asked for. */
  private drops(
    { tool }: Started,
    text: string,
    { asked, proposal }: { asked?: string; proposal?: string },
  ): boolean {
    const rest = afterDropping(text);
    if (rest === '' && proposal !== 'done') return true;
    if (rest !== undefined && (asked || (proposal && proposal !== 'done'))) {
      const isOnly = letsItGo(rest) || wantedTool(rest, this.tools) === undefined;
      return !endsAsQuestion.test(rest) && isOnly;
    }
    const isWaiting = asked !== undefined || isPending(proposal);
    if (isWaiting && letsItGo(text) && !this.changes({ tool, said: [] }, text, { proposal })) {
      return !endsAsQuestion.test(text);
    }
    const isFlag = asked && tool.properties[asked]?.type === 'boolean';
    return asked !== undefined && !isFlag && readConsent(text) === 'no';
  }

  /** "Actually, make it Friday": other values for the same request. */
  private changes(
    { tool }: Started,
    text: string,
    { asked, proposal }: { asked?: string; proposal?: string },
  ): boolean {
    if (endsAsQuestion.test(text)) return false;
    const meant = withoutOldValue(text);
    const { values } = fillArguments(tool, [{ text: meant, isChange: true }], this.clock);
    if (Object.keys(values).length === 0 || (asked && values[asked] !== undefined)) return false;
    const change = readChange(text);
    if (change === 'surely') return true;
    const wanted = wantedTool(text, this.tools);
    const isOther = wanted && wanted.name !== tool.name && namesDeed(text);
    if (isOther || text.length > shortest) return false;
    return change === 'maybe' || proposal !== undefined;
  }

  /** What is only proposed cannot be moved yet: it is proposed again, for another time. */
  private movesProposed({ tool }: Started, text: string, proposal: string | undefined): boolean {
    if (!isPending(proposal) || namesDeed(text)) return false;
    const wanted = wantedTool(text, this.tools);
    if (wanted && wanted.name !== tool.name && !moves(wanted, tool)) return false;
    if (endsAsQuestion.test(text) ? !proposesAnother(text) : !wanted) return false;
    const { values } = fillArguments(tool, [{ text, isChange: true }], this.clock);
    const moments = Object.entries(tool.properties).filter(([, each]) => isMoment(each));
    const isTold = moments.some(([name]) => values[name] !== undefined);
    return isTold || (moments.length > 0 && readShift(text) !== undefined);
  }

  /** Only a number or a name, which says something else of the same request: "order SO-10398". */
  private completes({ tool }: Started, asked: string, text: string): boolean {
    if (!isBareDetail(text)) return false;
    const { values } = fillArguments(tool, [{ text, asked }], this.clock);
    return values[asked] === undefined && Object.keys(values).length > 0;
  }

  /** Whether a message is the answer to the question asked, or is about something else. */
  private answers({ tool, suspended }: Started, asked: string, text: string): boolean {
    const property = tool.properties[asked];
    const isFree = property !== undefined && isFreeText(property);
    const wanted = wantedTool(text, this.tools);
    // A name or a story may sound like another request, and asks for nothing.
    const isOtherRequest = wanted && wanted.name !== tool.name && asksFor(text);
    const isOther = endsAsQuestion.test(text) || isOtherRequest;
    // "Do you repair screens?" holds the word for a choice, and is no answer.
    if (isFree || (property?.enum && endsAsQuestion.test(text))) {
      return !isOther && (!suspended || wanted !== undefined);
    }
    const { values } = fillArguments(tool, [{ text, asked }], this.clock);
    if (suspended) return !endsAsQuestion.test(text) && values[asked] !== undefined;
    return values[asked] !== undefined || (!isOther && text.length < 60);
  }
}
