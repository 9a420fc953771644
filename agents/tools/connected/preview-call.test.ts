import { expect, test } from 'vitest';
import { isTooMuchToShow } from '@/agents/tools/is-too-much-to-show';
import { previewCall } from './preview-call';

/** The fields of a call's preview, by their labels. */
function shown(args: Record<string, unknown>, properties: object = {}) {
  const titles = { en: 'Send it', zh: '发送' };
  const tool = { settings: { titles }, input: { properties } } as unknown as Parameters<
    typeof previewCall
  >[0];
  const { fields } = previewCall(tool, args, 'en');
  return Object.fromEntries(fields.map(({ label, value }) => [label, value]));
}

test('a person is shown all that lies in an argument, each value in a line of its own', () => {
  const order = {
    items: [
      { sku: 'A', options: { gift: true, note: null } },
      { sku: '', tags: ['x, y', 'z'] },
    ],
    extras: {},
    sizes: [],
  };
  expect(shown({ order }).Order?.split('\n')).toEqual([
    'items 1 sku: A',
    'items 1 options gift: Yes',
    'items 1 options note: (empty)',
    'items 2 sku: (empty)',
    'items 2 tags 1: x, y',
    'items 2 tags 2: z',
    'extras: (empty)',
    'sizes: (empty)',
  ]);
});

test('what is nothing is shown as nothing rather than left out', () => {
  const args = { limit: null, note: '', list: [], spaces: ' ', none: [null, 'b'] };
  expect(shown(args)).toEqual({
    Limit: '(empty)',
    Note: '(empty)',
    List: '(empty)',
    Spaces: '(empty)',
    None: '(empty)\nb',
  });
});

test('no value looks like more lines than it is', () => {
  const order = { note: 'Thanks\namount: 5', 'a\nb': 1 };
  expect(shown({ order, list: ['one\r\ntwo'] })).toEqual({
    Order: 'note: Thanks ⏎ amount: 5\na ⏎ b: 1',
    List: 'one ⏎ two',
  });
  expect(shown({ letter: 'Dear Ann,\nhello' }).Letter).toBe('Dear Ann,\nhello');
});

test('digits that a figure would lose stay', () => {
  const args = { fee: '00012', price: '007.50', cost: '0.5', amount: 1200 };
  expect(shown(args)).toEqual({ Fee: '00012', Price: '007.50', Cost: '0.50', Amount: '1,200' });
});

test('nothing lies too deep to be shown', () => {
  const deep = Array.from({ length: 30 }).reduce<unknown>((inner) => ({ in: inner }), 'the end');
  expect(shown({ deep }).Deep).toContain('the end');
});

test('two arguments that are called the same are told apart', () => {
  const properties = { from: { title: 'Account' }, to: { title: 'Account' } };
  expect(shown({ from: 'A', to: 'B' }, properties)).toEqual({ Account: 'A', 'Account (to)': 'B' });
});

test('what is longer than a person reads is too much to be agreed to', () => {
  const preview = (value: string) => ({ title: 'Send it', fields: [{ label: 'Text', value }] });
  expect(isTooMuchToShow(preview('x'.repeat(7_900)))).toBe(false);
  expect(isTooMuchToShow(preview('x'.repeat(8_000)))).toBe(true);
  expect(isTooMuchToShow(preview('x\n'.repeat(190)))).toBe(false);
  expect(isTooMuchToShow(preview('x\n'.repeat(200)))).toBe(true);
});

test('arguments stand in the order of their description, with dates and sums as people write them', () => {
  const properties = { until: {}, amount: {}, isGift: {}, at: {} };
  const args = {
    at: '2026-03-04T09:30:00.5Z',
    amount: 1_250.5,
    isGift: false,
    until: '2026-03-04',
  };
  expect(Object.entries(shown(args, properties))).toEqual([
    ['Until', '4 Mar 2026'],
    ['Amount', '1,250.50'],
    ['Is gift', 'No'],
    ['At', '2026-03-04T09:30:00.5Z'],
  ]);
});
