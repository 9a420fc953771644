import { expect, test } from 'vitest';
import { z } from 'zod';
import { toBoundTool } from './bound-tool';
import { fillArguments } from './reading/fill-arguments';

const schema = z.object({
  order_id: z
    .string()
    .regex(/^SO-\d{5}$/)
    .optional()
    .meta({ isNeeded: true }),
  note: z.string().optional(),
  amount: z.number(),
});
const clock = { now: new Date('2026-11-20T03:00:00Z'), timeZone: 'Asia/Singapore' };

test('what a tool asks for itself is kept from the request before, and not asked for', () => {
  const tool = toBoundTool({ name: 'credit_order', schema });
  expect(tool?.required).toEqual(['order_id', 'amount']);
  const filled = tool && fillArguments(tool, [{ text: 'SO-10302', isEarlier: true }], clock);
  expect(filled).toEqual({ values: { order_id: 'SO-10302' }, missing: ['amount'] });
  expect(tool && fillArguments(tool, [{ text: 'some' }], clock).missing).toEqual(['amount']);
});
