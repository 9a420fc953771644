import { expect, test } from 'vitest';
import type { Risk } from './connections';
import { type Effect, onlyReads } from './operation-effect';

const given = (risk: Risk, isChanged = false) => ({ tool: { risk }, isChanged });
const toNobody = { tool: null, isChanged: false };
type Given = Omit<Parameters<typeof onlyReads>[0], 'effect'>;

test.each<[boolean, Effect, Given]>([
  [true, 'reads', toNobody],
  [true, 'reads', given('write')],
  [false, 'changes', toNobody],
  [false, 'unknown', toNobody],
  [true, 'unknown', given('read')],
  [false, 'unknown', given('write')],
  [false, 'unknown', given('read', true)],
  [true, 'said-to-read', toNobody],
  [false, 'said-to-read', given('approve')],
  [false, 'said-to-read', given('read', true)],
])('that nothing happens by it is %s of one that %s, given as %o', (isSo, effect, as) => {
  expect(onlyReads({ effect, ...as })).toBe(isSo);
});
