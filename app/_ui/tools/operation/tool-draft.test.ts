import { expect, test } from 'vitest';
import { type OperationView, type Risk, toolSettingsSchema } from '@/lib/shared/connections';
import { suggestName } from './suggest-name';
import { draftOf, settingsOf } from './tool-draft';

const operation: OperationView = {
  operationId: 'bookRoom',
  method: 'POST',
  path: '/rooms/{id}',
  summary: 'Books a room',
  effect: 'changes',
  takesKey: true,
  input: { type: 'object', properties: { id: { type: 'string' }, price: { type: 'number' } } },
  outputs: ['id', 'state'],
  tool: null,
  savedAt: null,
  isChanged: false,
  builtIn: [],
};

test('a proposal lacks nothing but the specialists, and never only reads what may change something', () => {
  const settings = settingsOf(draftOf(operation));
  expect(settings.risk).toBe('write');
  expect(toolSettingsSchema.safeParse(settings).error?.issues.map(({ path }) => path)).toEqual([
    ['specialists'],
  ]);
});

test('what is stored comes back as it was; fields that are gone are left out', () => {
  const tool = toolSettingsSchema.parse({
    name: 'book_room',
    titles: { en: 'Book a room', zh: '预订房间' },
    description: 'Books a room',
    risk: 'write',
    approveAbove: { argument: 'price', amount: 100 },
    specialists: ['support'],
    outputs: ['id', 'gone'],
    examples: { en: ['book a room', 'I need a room'], zh: [] },
    undo: { operationId: 'cancelRoom', arguments: { id: 'result.id' } },
  });
  expect(settingsOf(draftOf({ ...operation, tool }))).toEqual({ ...tool, outputs: ['id'] });
});

test('a title is proposed in the language that it is in', () => {
  const titles = (summary: string) => settingsOf(draftOf({ ...operation, summary })).titles;
  expect(titles('Books a room')).toEqual({ en: 'Books a room', zh: '' });
  expect(titles('预订房间').zh).toBe('预订房间');
});

test('for how long it can be taken back is a whole number of minutes', () => {
  const undo = { operationId: 'cancelRoom', arguments: {} };
  const draft = { ...draftOf(operation), specialists: ['support'], undo };
  expect(settingsOf(draft).undoMinutes).toBe(60);
  expect(settingsOf({ ...draft, undoMinutes: 'x', undo: null }).undoMinutes).toBe(60);
  for (const undoMinutes of ['', '0', '1.5', 'x']) {
    const parsed = toolSettingsSchema.safeParse(settingsOf({ ...draft, undoMinutes }));
    expect(parsed.error?.issues.map(({ path }) => path)).toEqual([['undoMinutes']]);
  }
});

test('what would mean nothing beside the risk is refused, and the form leaves it out', () => {
  const undo = { operationId: 'cancelRoom', arguments: {} };
  const draft = { ...draftOf(operation), specialists: ['support'], undo, check: undo };
  const whole = { ...settingsOf(draft), approveAbove: { argument: 'price', amount: 5 } };
  const wrong = (risk: Risk) =>
    toolSettingsSchema.safeParse({ ...whole, risk }).error?.issues.map(({ path }) => path[0]);
  expect(wrong('write')).toBeUndefined();
  expect(wrong('approve')).toEqual(['approveAbove']);
  expect(wrong('read')).toEqual(['approveAbove', 'undo', 'check']);
  const reading = settingsOf({ ...draft, risk: 'read' });
  expect(toolSettingsSchema.safeParse(reading).success).toBe(true);
});

test('an amount that was left empty is refused, not taken for none', () => {
  const draft = { ...draftOf(operation), specialists: ['support'], approveArgument: 'price' };
  const parsed = toolSettingsSchema.safeParse(settingsOf(draft));
  expect(parsed.error?.issues.map(({ path }) => path)).toEqual([['approveAbove', 'amount']]);
  expect(settingsOf({ ...draft, risk: 'approve' }).approveAbove).toBeNull();
});

test.each([
  ['getWeatherV2', 'get_weather_v2'],
  ['HTTPStatus', 'http_status'],
  ['get-/pets/{id}', 'get_pets_id'],
  ['2fa.enable', 'fa_enable'],
  ['x', 'x_tool'],
  ['查询', ''],
  ['a'.repeat(90), 'a'.repeat(60)],
])('%s is proposed to models as %s', (operationId, name) => {
  expect(suggestName(operationId)).toBe(name);
});
