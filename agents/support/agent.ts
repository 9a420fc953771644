import type { Specialist } from '@/agents/specialist';
import { orderTools } from '@/agents/tools/orders';
import { supportPrompt } from './prompt';

export const support: Specialist = {
  name: 'support',
  titles: { en: 'Support', zh: '客服' },
  handles: 'orders, delivery, returns, warranty, complaints, accounts and how things work',
  prompt: supportPrompt,
  tools: orderTools,
  team: 'support',
};
