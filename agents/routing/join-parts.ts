import { asksFor } from '@/agents/builtin-model/reading/asks-for';
import type { Handoff } from '@/agents/handoff';
import { languageModelFor } from '@/agents/model-for';
import { chooseByOwnTool } from './choose-by-own-tool';

const idIn = /[A-Za-z]{2,5}-\d[\d-]*/g;

/** That several things are asked for, and none of them yet. */
const announcesOthers =
  /\b(?:the following|as follows|(?:two|three|a few|several|some) (?:things|requests|matters|points|items))[:.]?$|(?:如下|以下(?:几|两|三)?[件点项]?(?:事情?)?|[两二三几][件点]事情?)[:：。]?$/i;

interface Part {
  handoff: Handoff;
  tool: string | null;
  ids: string;
  /** Asks for something, and not only tells what belongs to a request beside it. */
  stands: boolean;
}

function partOf(handoff: Handoff): Part {
  const { task, to } = handoff;
  const own = chooseByOwnTool(task);
  return {
    handoff: { ...handoff, to: own?.to ?? to },
    tool: own?.tool ?? null,
    ids: task.match(idIn)?.join(' ') ?? '',
    stands: asksFor(task) && !announcesOthers.test(task),
  };
}

/** Whether a part goes on with the request before it. */
function belongsTo(part: Part, before: Part): boolean {
  if (!part.stands || !before.stands) return true;
  const isSameThing = part.ids === '' || before.ids === '' || part.ids === before.ids;
  return part.tool !== null && part.tool === before.tool && isSameThing;
}

function joined(before: Part, part: Part): Part {
  const request = before.stands ? before : part;
  const task = `${before.handoff.task}, ${part.handoff.task}`;
  const ids = [before.ids, part.ids].filter((each) => each !== '').join(' ');
  return { ...request, handoff: { ...request.handoff, task }, ids };
}

/**
 * The tasks of a message that the topics of its parts made several, without those that are none: a
 * part that tells why, or goes on with what was asked before it, belongs to that. Where the built-in
 * model answers; a language model is asked with more care.
 * @returns an empty list when one request is left
 */
export function joinParts(tasks: Handoff[]): Handoff[] {
  if (tasks.length < 2 || languageModelFor('answer')) return tasks;
  const parts: Part[] = [];
  for (const part of tasks.map(partOf)) {
    const last = parts.at(-1);
    if (last && belongsTo(part, last)) parts[parts.length - 1] = joined(last, part);
    else parts.push(part);
  }
  return parts.length < 2 ? [] : parts.map(({ handoff }) => handoff);
}
