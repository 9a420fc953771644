import { expect, test } from 'vitest';
import type { ActionCard, ChatMessage } from '@/lib/shared/chat';
import { actionHomes, latestActions } from './latest-actions';

const told = (id: string, state: ActionCard['state'], undoes?: string): ChatMessage => ({
  id,
  role: 'assistant',
  metadata: { author: { kind: 'ai' } },
  parts: [
    {
      type: 'data-action',
      id: 'a1',
      data: { actionId: 'a1', tool: 'return_request', title: 'Return', fields: [], state, undoes },
    },
  ],
});

test('an action told of twice is shown once, where it began, in its newest state', () => {
  const messages = [told('m1', 'proposed'), told('m2', 'done')];
  expect(latestActions(messages).get('a1')?.state).toBe('done');
  expect(actionHomes(messages).get('a1')).toBe('m1');
});

test('what took another action back has no card of its own, unless that came to nothing', () => {
  expect(actionHomes([told('m1', 'done', 'a0')]).size).toBe(0);
  expect(actionHomes([told('m1', 'failed', 'a0')]).get('a1')).toBe('m1');
});
