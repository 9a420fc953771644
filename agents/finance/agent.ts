import type { Specialist } from '@/agents/specialist';
import { invoiceTools } from '@/agents/tools/invoices';
import { financePrompt } from './prompt';

export const finance: Specialist = {
  name: 'finance',
  titles: { en: 'Finance', zh: '财务' },
  handles: 'invoices, payments, balances, fees, expenses and taxes',
  prompt: financePrompt,
  tools: invoiceTools,
  team: 'finance',
};
