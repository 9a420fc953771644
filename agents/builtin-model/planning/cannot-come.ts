import { toSimplified } from '@/knowledge/words/chinese';

const hindered =
  /\b(?:can['’]?t|cannot|can not|won['’]t be able to|unable to|not able to) (?:make it|come|attend|be there)\b|[来去]不[了成]|赶不[上到]/i;
const givenUp =
  /\b(?:cancel\p{L}*|call(?:ed)? (?:it )?off|drop|remove|delete|scrap|forget|take (?:it |me )?off|any ?more|no longer|need(?:ed)?|instead of me|give)\b|取消|[撤删退]|不[要用需想做修装]|算了|没必要|别来|让给/iu;

/**
 * Whether somebody only says that they cannot come: whether they want another time or none is to be
 * asked, and nothing is cancelled for it.
 */
export function onlyCannotCome(text: string): boolean {
  const plain = toSimplified(text.normalize('NFKC'));
  return hindered.test(plain) && !givenUp.test(plain);
}

/** 变更至: formal words of moving what was booked, which sound like a booking. */
export function movesFormally(text: string): boolean {
  return /(?:变更|调整|更改)[到至为]/.test(toSimplified(text));
}
