import { expect, test } from 'vitest';
import { splitByTools } from './split-by-tools';
import { splitTasks } from './split-tasks';

const routesOf = (text: string, lastAnswer?: string) =>
  splitTasks(text, lastAnswer).map(({ to }) => to);

test.each([
  ['Track my parcel SO-10431 and send me my latest invoice', ['support', 'finance']],
  ['Is invoice INV-2026-0042 paid? And where is my order SO-10436?', ['finance', 'support']],
  ['我的订单SO-10436到哪里了？另外发票INV-2026-0017付了吗？', ['support', 'finance']],
])('«%s» holds two requests', (text, routes) => {
  expect(routesOf(text)).toEqual(routes);
});

test('each task has the words of its own request', () => {
  const tasks = splitTasks('Track my parcel SO-10431 and send me my latest invoice');
  expect(tasks.map(({ task }) => task)).toEqual([
    'Track my parcel SO-10431',
    'send me my latest invoice',
  ]);
});

test.each([
  ['Refund order SO-10398 and send a copy of the bill', ['support', 'finance']],
  ['My parcel never arrived and I was billed twice', ['support', 'finance']],
  ['Cancel my visit on Friday and tell me what I still owe', ['scheduling', 'finance']],
  ['Where is my parcel and is invoice INV-2026-0042 paid?', ['support', 'finance']],
])('«%s» holds two clauses, each a request', (text, routes) => {
  expect(routesOf(text)).toEqual(routes);
});

test.each([
  'In what year did the Aalvik and the Tornes accounts merge?',
  'How much are the costs of delivery and billing software in a year?',
  'Which deposits and replaced parts are listed in the summary?',
  'What is the price between Aalvik and what other stop of the delivery?',
  'What raised costs, delivery times and broken parcels in the spring?',
  'If a parcel is unpaid and lost in the post, what can be charged for it?',
  'As of 2019, what is the amount of money owed for the repair?',
  'What are the cards and currencies that you support?',
])('«%s» is one question: what stands after its "and" or comma is no clause', (text) => {
  expect(routesOf(text)).toEqual([]);
});

test.each([
  'Where is my order SO-10436?',
  'How long do I have to return a lamp, and does it need the box?',
  'My card was charged twice for the lamp. Can you send the money back?',
  'I ordered a lamp and paid by card last week',
])('«%s» is one request', (text) => {
  expect(routesOf(text)).toEqual([]);
});

test('a few words in answer to a question are never taken apart', () => {
  expect(routesOf('my order, and the invoice', 'Which one is it?')).toEqual([]);
});

test.each([
  ['Cancel AP-30001 and book a repair for Friday at 10', 'scheduling', 2],
  ['我对INV-2026-0017有异议，活没干完；另外SO-10440改寄到湖景路14号', 'support', 2],
  ['SO-10302 mouse, wrong colour, return pls', 'support', 0],
  ['Show me my invoices and tell me whether INV-2026-0042 is paid', 'finance', 2],
  [
    'I want to return something from SO-10398 because it is broken, and it is the charger',
    'support',
    0,
  ],
  ['Please cancel my appointment AP-30001, I am ill', 'scheduling', 0],
])('«%s» has so many requests for one who does one thing at a time', (text, specialist, count) => {
  expect(splitByTools(text, specialist)).toHaveLength(count);
});

test.each([
  ['spaces', `x${'\n'.repeat(200_000)}y`],
  ['clauses', `Track my parcel${', and send me my invoice'.repeat(9_000)}`],
])('a message of very many %s holds nobody up', (_, text) => {
  expect(routesOf(text)).toEqual([]);
  expect(splitByTools(text, 'finance')).toEqual([]);
});
