import type { ConnectionHead } from '@/lib/db/connections/connections';
import { env } from '@/lib/env';

/**
 * Whether a connection is the demo company's on a desk that goes without it (`FRONTDESK_DEMO`). One
 * that was made while the desk had it is kept, but nothing of it is offered or called.
 */
export function isLeftOut({ isOurs }: Pick<ConnectionHead, 'isOurs'>): boolean {
  return isOurs && env().FRONTDESK_DEMO === false;
}
