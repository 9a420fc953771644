import type { Dialogue } from './dialogue';

/** Second thoughts in English: what people correct, move, and let go of. */
export const englishChanges: Dialogue[] = [
  {
    name: 'has a change of mind in the middle, twice, and lets go of another request',
    lines: [
      ['Book a repair for Wednesday', 'What time would suit you'],
      ['actually make it Thursday', 'What time would suit you', '!did not find'],
      ['3pm', 'Thu', '15:00'],
      ['no, make it Friday instead', 'Fri', '15:00', '!Thu,'],
      ['yes but at 4pm', 'Fri', '16:00'],
      ['wait, I meant advice', 'Product advice', 'Fri', '16:00'],
      ['yes', 'Your appointment is booked', 'Fri'],
      ['I want to return SO-10421', 'What is the reason'],
      ["never mind, I'll keep it", 'I leave it at that'],
    ],
    leaves: { appointments: [{ at: 'fri 16:00', status: 'booked', calendarId: 'advice' }] },
  },
  {
    name: 'books one of the times that were listed, and has another one proposed instead',
    lines: [
      [
        'My camera fell on Sunday. Is there a free time on Thursday to have it repaired?',
        'Free times',
        'Thu',
        '!Sun',
      ],
      ['half past eleven in the morning', 'Repair desk', 'Thu', '11:30'],
      ['What about Friday at the same time?', 'Fri', '11:30', '!no appointment'],
      ['rather an hour later', 'Fri', '12:30'],
      ['yes', 'Your appointment is booked'],
    ],
    leaves: { appointments: [{ at: 'fri 12:30', status: 'booked', calendarId: 'repair' }] },
  },
  {
    name: 'corrects a day in the middle of a sentence',
    lines: [
      [
        'Put me down for a repair on Wednesday at 4 pm, no wait, I work on Wednesday, Friday at 4 pm',
        'Repair desk',
        'Fri',
        '16:00',
      ],
      ['yes', 'Your appointment is booked'],
    ],
    leaves: { appointments: [{ at: 'fri 16:00', status: 'booked', calendarId: 'repair' }] },
  },
  {
    name: 'keeps what was to go back, for a part of its price',
    lines: [
      ['I want to return the headphones of SO-10421, the left side hums', 'Request a return'],
      [
        'On reflection we will keep them, please give me 25 dollars back',
        'Refund',
        'SGD 25.00',
        'the left side hums',
      ],
      ['yes', 'RF-'],
    ],
    leaves: {
      refunds: [{ orderId: 'SO-10421', amountCents: 2500, reason: 'the left side hums' }],
    },
  },
  {
    name: 'moves an appointment by so much as was said, from when it was',
    given: 'wed 11:00',
    lines: [
      ['Might my repair start an hour later?', '11:00', '12:00'],
      ['rather two days later', 'Fri', '11:00'],
      ['yes', 'Fri', '11:00'],
    ],
    leaves: { appointments: [{ at: 'fri 11:00', status: 'booked' }] },
  },
  {
    name: 'cancels where no other day is wanted',
    given: 'thu 15:00',
    lines: [
      ['Thursday will not work for me after all', 'To which day'],
      ['I want no other day, please take me off the list', 'Cancel an appointment', 'Thu', '15:00'],
      ['yes', 'cancelled'],
    ],
    leaves: { appointments: [{ at: 'thu 15:00', status: 'cancelled' }] },
  },
];
