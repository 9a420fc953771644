import { type Dialogue, operatorAgrees } from './dialogue';

/** Twelve kinds of business in English, each from its first words to its effect. */
export const english: Dialogue[] = [
  {
    name: 'books an appointment, asked for one missing thing at a time',
    lines: [
      ['I would like to make an appointment', 'What is it for', '!Which day'],
      ['my tablet is broken', 'Which day would suit you', '!time'],
      ['Wednesday', 'What time would suit you'],
      ['at 11', 'Book an appointment', 'Repair desk', 'Wed', '11:00'],
      ['yes please', 'Your appointment is booked', 'Repair desk', 'AP-3'],
    ],
    leaves: { appointments: [{ at: 'wed 11:00', status: 'booked', calendarId: 'repair' }] },
  },
  {
    name: 'moves an appointment; the time stays where only the day is another',
    given: 'wed 11:00',
    lines: [
      ['Can you move my repair appointment?', 'To which day', 'Wed'],
      ['to Friday', 'Move an appointment', 'Wed', 'Fri', '11:00'],
      ['go ahead', 'is moved to Fri', '11:00'],
    ],
    leaves: { appointments: [{ at: 'fri 11:00', status: 'booked' }] },
  },
  {
    name: 'cancels an appointment',
    given: 'thu 15:00',
    lines: [
      ["I can't come on Thursday, please cancel my appointment", 'Cancel an appointment', '15:00'],
      ['yes', 'is cancelled'],
    ],
    leaves: { appointments: [{ at: 'thu 15:00', status: 'cancelled' }] },
  },
  {
    name: 'returns an item, and is not asked for what was said',
    lines: [
      ['I want to send back two of the cables from SO-10398', 'What is the reason', '!Which order'],
      [
        'They are too short.',
        'Request a return',
        '2 × Braided USB-C cable',
        'SGD 38.00',
        'too short',
        '!Which item',
      ],
      ['confirm', 'RT-7', 'SGD 38.00'],
    ],
    leaves: {
      returns: [
        { orderId: 'SO-10398', sku: 'LW-CBL-09', quantity: 2, reason: 'They are too short.' },
      ],
    },
  },
  {
    name: 'gets a refund after approving it',
    lines: [
      ['Please refund me $19 for order SO-10398', 'What is the reason', '!amount'],
      ['how long do refunds take?', '!SGD 19.00'],
      ['because one cable was missing', 'Refund', 'SO-10398', 'SGD 19.00', 'cable was missing'],
      ['make that 15', 'SGD 15.00', 'one cable was missing'],
      ['yes, go ahead', 'I have refunded SGD 15.00', 'RF-8'],
    ],
    leaves: {
      refunds: [{ orderId: 'SO-10398', amountCents: 1500, reason: 'one cable was missing' }],
    },
  },
  {
    name: 'asks for a larger refund, to which an operator agrees as well',
    lines: [
      [
        'I want a refund for SO-10421 because the headphones crackle',
        'Refund',
        'SGD 329.00',
        'the headphones crackle',
      ],
      ['yes please', 'A colleague must agree', '!I have refunded'],
      ['Where is my order SO-10436?', 'SP1043601SG'],
      [operatorAgrees, 'I have refunded SGD 329.00', 'RF-8', '"state":"done"'],
      ['thanks', 'welcome'],
    ],
    leaves: {
      refunds: [{ orderId: 'SO-10421', amountCents: 32_900, reason: 'the headphones crackle' }],
    },
  },
  {
    name: 'has an invoice copy sent to the address of the account',
    lines: [
      [
        'Please email me a copy of invoice INV-2026-0042',
        'Send an invoice copy',
        'INV-2026-0042',
        'customer@demo.test',
      ],
      ['ok', 'on its way to customer@demo.test'],
    ],
    leaves: { mails: [{ to: 'customer@demo.test', body: 'SGD 329.00' }] },
  },
  {
    name: 'asks what has been paid',
    lines: [
      ['Has my payment for INV-2026-0017 arrived?', 'SGD 100.00 of SGD 240.00', 'SGD 140.00'],
      ['and INV-2026-0042?', 'INV-2026-0042', 'Nothing is outstanding'],
    ],
    leaves: {},
  },
  {
    name: 'disputes an invoice, and not twice',
    lines: [
      ['I want to dispute an invoice', 'Which invoice is it'],
      ['INV-2026-0017', 'What is the reason'],
      ['the work took one hour, not two', 'Dispute an invoice', 'SGD 240.00', 'one hour, not two'],
      ['yes', 'DP-6', 'finance team'],
      ['Dispute INV-2026-0017 because it is too high', 'Dispute an invoice'],
      ['yes', 'registered already'],
    ],
    leaves: {
      disputes: [{ invoiceId: 'INV-2026-0017', reason: 'the work took one hour, not two' }],
    },
  },
  {
    name: 'claims an expense; the same one is noticed',
    by: 'staff',
    lines: [
      ['I want to claim a taxi for 42.50', 'On which day', '!amount', '!What was it for'],
      ['yesterday', 'Do you have the receipt'],
      ['yes, I do', 'Claim an expense', 'Travel', 'SGD 42.50'],
      ['yes', 'EX-5', 'SGD 42.50'],
      [
        'Please reimburse my taxi yesterday, $42.50, I have the receipt',
        'You have claimed this already',
        'EX-5',
      ],
    ],
    leaves: { claims: [{ category: 'travel', amountCents: 4250, hasReceipt: true }] },
  },
  {
    name: 'changes the delivery address, also of what is being packed',
    lines: [
      ['I moved, please change my delivery address', 'whole new address'],
      [
        '5 Quay Road #02-07, Singapore 049999',
        'Change the delivery address',
        '5 Quay Road #02-07, Singapore 049999',
        'your account, SO-10440',
      ],
      ['yes', 'is now 5 Quay Road #02-07, Singapore 049999', 'SO-10440'],
    ],
    leaves: {
      addresses: {
        account: '5 Quay Road #02-07, Singapore 049999',
        order: '5 Quay Road #02-07, Singapore 049999',
      },
    },
  },
  {
    name: 'asks for two things at once, and decides about each',
    lines: [
      [
        'I want to return SO-10421 because the sound crackles, and please send me a copy of invoice INV-2026-0042',
        'Request a return',
        '!Send an invoice copy',
      ],
      ['yes', 'RT-7', 'Send an invoice copy', 'INV-2026-0042'],
      ['yes', 'on its way to customer@demo.test'],
    ],
    leaves: {
      returns: [
        { orderId: 'SO-10421', sku: 'LW-HPH-02', quantity: 1, reason: 'the sound crackles' },
      ],
      mails: [{ to: 'customer@demo.test', body: 'INV-2026-0042' }],
    },
  },
];
