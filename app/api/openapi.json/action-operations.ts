import { z } from 'zod';
import { approvalDecisionSchema, approvalListSchema } from '@/lib/shared/actions';
import type { PublicOperation } from './public-operation';

const state = z.object({ state: z.string() });

/** What people and operators decide about what the desk is to do. */
export const actionOperations: PublicOperation[] = [
  {
    method: 'post',
    path: '/api/actions/{id}',
    summary:
      'Confirm or decline what the desk proposed to do. Declining what waits for an operator withdraws it.',
    body: z.object({ decision: z.enum(['approve', 'decline']) }),
    answer: { status: 202, description: 'The state of the action.', content: state },
    faults: { 409: 'It was decided already.' },
  },
  {
    method: 'post',
    path: '/api/actions/{id}/undo',
    summary: 'Take back what was done, where that is offered. Asked twice, it is taken back once.',
    answer: {
      status: 202,
      description: 'The action that takes it back.',
      content: state.extend({ actionId: z.string() }),
    },
    faults: { 409: 'It was taken back already, or it is too late.' },
  },
  {
    method: 'get',
    path: '/api/actions/{id}/calendar',
    summary: 'The appointment of an action of the caller’s as a file for calendar programs.',
    answer: { status: 200, description: 'The file.', content: 'text/calendar' },
  },
  {
    method: 'get',
    path: '/api/approvals',
    summary: 'What waits for an operator of the caller’s teams, the oldest first.',
    answer: { status: 200, description: 'The actions.', content: approvalListSchema },
    faults: { 403: 'Not allowed.' },
  },
  {
    method: 'post',
    path: '/api/approvals/{id}',
    summary: 'Agree to an action as an operator, or refuse it. Nobody decides about their own.',
    body: approvalDecisionSchema,
    answer: { status: 202, description: 'The state of the action.', content: state },
    faults: { 403: 'Not allowed, or the caller’s own.', 409: 'It was decided already.' },
  },
];
