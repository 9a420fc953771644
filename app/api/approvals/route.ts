import { route } from '@/lib/http/route';
import { listApprovals } from '@/lib/operations/list-approvals';

/** The actions that wait for an operator of the caller's teams. */
export const GET = route({ permission: 'approval:decide' }, async ({ principal }) =>
  Response.json({ approvals: await listApprovals(principal) }),
);
