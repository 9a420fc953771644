import { asksFor } from './asks-for';
import { type Clock, readMoment, type SpokenMoment } from './read-moment';

/** A time that does not suit, or why another does not. */
const unsuitable =
  /\b(?:can['’]?t|cannot|can not|won['’]?t|shan['’]?t|unable|not able|couldn['’]?t|isn['’]?t|doesn['’]?t|don['’]?t|no longer|(?:is|are) out|not (?:good|possible|free|available)|impossible|nobody|no one|busy|away|came up|because|since)\b|来不了|去不[了成]|来不及|不能|不行|没空|没法|没办法|赶不[到上及]|不方便|不得空|没人|有事|要?开会|出差|不在|没时间|不合适|因为/i;

/** A time that is chosen: 四点吧, "five would do". */
const chosen =
  /吧\s*[。！!,，]?$|就行|就好|好了|\b(?:instead|make (?:it|that)|would (?:do|be better|suit)|is (?:better|fine))\b/i;

/** Behind these words stands the time to which something is moved. */
const destination =
  /\b(?:move|shift|push|change|switch|reschedule|bring|postpone|put|rebook)\b.{0,60}?\bto\b(.*)|(?:(?:改|调|延|推|挪|换|移|提前|推迟|延后|延期)(?:期|约)?[到成至为在]|(?:postpone|change|move|shift|reschedule|改期?)\s*到|(?:变更|调整|更改|变动|顺延)[到成至为])(.*)/is;

/** Whether a text tells to when something is to be moved. */
export function namesDestination(text: string): boolean {
  return destination.test(text) && /\d|[一二两三四五六七八九十]|day\b|tomorrow/i.test(text);
}

const replaced =
  /\b(?:instead of|rather than|not)\s+(?:on |at |the |this |next )*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow|\d{1,2}(?::\d\d)?\s?(?:[ap]\.?m\.?)?)(?:\s+at\s+\d{1,2}(?::\d\d)?\s?(?:[ap]\.?m\.?)?)?/gi;

const has = ({ day, time }: SpokenMoment) => day !== undefined || time !== undefined;

const piecesOf = (text: string) => text.split(/(?<=[,，。;；!！?？\n]|\.(?=\s))/);

/** When something happened, which is no time for anything: "it broke on Sunday". */
const happened =
  /\b(?:was|were|had|did|last|broke|gave|fell|died|went|bought|got|came|stopped|spilt|lost|\p{L}{2,}ed)\b|[坏摔掉碎裂丢买]了/iu;

const tellsPast = (piece: string) => happened.test(piece) && !asksFor(piece);

/** Without the clauses that only say what does not suit, or what happened. */
function withoutUnsuitable(text: string): string {
  return piecesOf(text)
    .filter((piece) => !unsuitable.test(piece) && !tellsPast(piece))
    .join('');
}

/** The clause that chooses a time, whatever others are named beside it. */
function choice(text: string, clock: Clock): SpokenMoment | undefined {
  return piecesOf(text)
    .filter((piece) => chosen.test(piece.trim()))
    .map((piece) => readMoment(piece.replace(replaced, ' '), clock))
    .findLast(has);
}

/**
 * The day and time that a person wants: not the one that they give up for it. Where something is
 * moved or was said differently before, the last one named counts, or the one that it is moved to.
 */
export function readMeantMoment(
  text: string,
  clock: Clock,
  { isMoved }: { isMoved: boolean },
): SpokenMoment {
  const found = isMoved ? destination.exec(text) : null;
  const target = readMoment((found?.[1] ?? found?.[2] ?? '').replace(replaced, ' '), clock);
  if (has(target)) return { ...target, lastDay: target.day, lastTime: target.time };
  const wanted = readMoment(withoutUnsuitable(text).replace(replaced, ' '), clock);
  const named = has(wanted) ? wanted : readMoment(text, clock);
  if (!isMoved) return named;
  const last = { ...named, day: named.lastDay, time: named.lastTime };
  return { ...last, ...choice(text, clock) };
}
