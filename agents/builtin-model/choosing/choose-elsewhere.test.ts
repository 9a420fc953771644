import { expect, test } from 'vitest';
import { toBoundTool } from '@/agents/builtin-model/bound-tool';
import { specialists } from '@/agents/registry';
import { handOver } from '@/agents/tools/hand-over';
import { chooseElsewhere } from './choose-elsewhere';

const bound = toBoundTool(handOver(specialists.filter(({ name }) => name !== 'support')));

test.each([
  ['Cancel my booking for the repair', 'scheduling'],
  ['把发票INV-2026-0042再发我一份', 'finance'],
  ['For how many months is a tablet under warranty?', undefined],
])('what is wanted by «%s» is given to %s', (text, to) => {
  expect(chooseElsewhere(text, { hasPassages: false, handOver: bound })).toBe(to);
});

test('where passages may answer, only what names something of the person’s own is given on', () => {
  const elsewhere = (text: string) => chooseElsewhere(text, { hasPassages: true, handOver: bound });
  expect(elsewhere('Cancel my booking for the repair')).toBeUndefined();
  expect(elsewhere('Is INV-2026-0042 paid?')).toBe('finance');
});
