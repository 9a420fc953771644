import { expect, test } from 'vitest';
import type { ActionCard } from '@/lib/shared/chat';
import { proposalText } from './proposal-text';

const chat = 'https://desk.example/?c=1';
const card: ActionCard = {
  actionId: 'a',
  tool: 'request_refund',
  title: 'Refund',
  state: 'proposed',
  fields: [
    { label: 'Order', value: 'SO-10421' },
    { label: 'Reason', value: 'It crackles.\nA lot.' },
  ],
};

test('what is proposed is told with where the person confirms it', () => {
  expect(proposalText([card, { ...card, title: 'Return', fields: [] }], chat, 'en')).toBe(
    `I can do this for you:\n- Refund (Order: SO-10421; Reason: It crackles. / A lot.)\n- Return\nNothing has been done yet. It is done once you confirm it in the chat: ${chat}`,
  );
  expect(proposalText([card], chat, 'zh')).toContain(`请在聊天中确认：${chat}`);
});

test('what waits for nobody is not told as if it did', () => {
  expect(proposalText([], chat, 'en')).toBe('');
  expect(proposalText([{ ...card, state: 'declined' }], chat, 'en')).toBe('');
});
