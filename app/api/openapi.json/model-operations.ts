import {
  budgetChangesSchema,
  budgetsViewSchema,
  modelsViewSchema,
  modelTestRequestSchema,
  modelTestSchema,
} from '@/lib/shared/models';
import type { PublicOperation } from './public-operation';

/** What programs can learn of language models and their cost, and change. */
export const modelOperations: PublicOperation[] = [
  {
    method: 'get',
    path: '/api/models',
    summary:
      'Which language models serve, how they do, and what they cost, in millionths of a US dollar.',
    query: { range: '`24h`, `7d` or `30d`.' },
    answer: { status: 200, description: 'The figures.', content: modelsViewSchema },
    faults: { 403: 'Not allowed.' },
  },
  {
    method: 'put',
    path: '/api/models/budgets',
    summary:
      'Change what models may cost in a day, for the whole desk (empty team) or a specialist.',
    body: budgetChangesSchema,
    answer: { status: 200, description: 'All budgets.', content: budgetsViewSchema },
    faults: { 400: 'No such specialist, or no amount.', 403: 'Not allowed.' },
  },
  {
    method: 'post',
    path: '/api/models/test',
    summary: 'Ask the model for a purpose one small question; it counts as a call.',
    body: modelTestRequestSchema,
    answer: { status: 200, description: 'What came of it.', content: modelTestSchema },
    faults: {
      400: 'The built-in model serves this.',
      403: 'Not allowed.',
      429: 'Too often, or the budget is spent.',
    },
  },
];
