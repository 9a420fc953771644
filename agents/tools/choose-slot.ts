import { zonedDate, zonedInstant, zonedTime } from '@/lib/time-zone';
import { type CalendarFields, listSlots, serviceName, whenText } from './appointment-facts';
import { refusalResult } from './call-business';
import { slotLines } from './slot-lines';
import type { ToolResult } from './tool-result';
import type { ToolCall } from './tool-spec';

/** A day (`YYYY-MM-DD`) and a time (`HH:MM`) on the clocks of a service. */
interface WantedSlot {
  service: string;
  date: string;
  time: string;
}

/** The free slot that is meant, or what is free that day instead. */
export async function chooseSlot(
  { service, date, time }: WantedSlot,
  call: ToolCall,
): Promise<{ calendar: CalendarFields; startsAt: string } | { refused: ToolResult }> {
  const answer = await listSlots(call, service, { from: date, to: date });
  if (answer.outcome !== 'ok') return { refused: refusalResult(answer) };
  const { calendar, slots } = answer.data;
  // Read off the clocks there: no other time is put in the place of one that a change leaves out.
  const { timeZone } = calendar;
  const meant = slots.find(({ startsAt }) => {
    const instant = new Date(startsAt);
    return zonedDate(instant, timeZone) === date && zonedTime(instant, timeZone) === time;
  });
  if (meant) return { calendar, startsAt: meant.startsAt };
  const startsAt = zonedInstant(date, time, timeZone).toISOString();
  return {
    refused: {
      outcome: slots.length > 0 ? 'slot_taken' : 'day_full',
      service: serviceName(calendar, call.locale),
      when: whenText(startsAt, calendar, call.locale),
      lines: slotLines(answer.data, call.locale),
    },
  };
}
