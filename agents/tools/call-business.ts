import type { z } from 'zod';
import type { Principal } from '@/lib/auth/principal';
import type { BusinessAnswer } from '@/lib/business/business-answer';
import { callOperation } from '@/lib/business/call-operation';
import { findDemoApi } from '@/lib/connections/demo-api';
import type { ToolResult } from './tool-result';
import type { ToolCall, WriteCall } from './tool-spec';

/** An answer of the business API that is not `ok`. */
export type BusinessRefusal = Exclude<BusinessAnswer<never>, { outcome: 'ok' }>;

/** Refusals that have a sentence of their own; any other is told as `failed`. */
const toldRefusals = new Set([
  'not_found',
  'not_returnable',
  'slot_taken',
  'not_a_slot',
  'not_cancellable',
  'not_movable',
  'not_withdrawable',
  'not_refundable',
  'over_limit',
  'already_disputed',
  'duplicate',
  'no_receipt',
  'in_future',
  'too_old',
  'not_covered',
  'closed_day',
  'not_changeable',
]);

/** Calls the business API for the person of this turn; only the fields of `response` come back. */
export async function callBusiness<T>(
  call: ToolCall | WriteCall,
  operationId: string,
  args: Record<string, unknown>,
  response: z.ZodType<T>,
): Promise<BusinessAnswer<T>> {
  const api = await findDemoApi();
  if (!api) return { outcome: 'unavailable', reason: 'address_refused', isUnsent: true };
  const { idempotencyKey }: Partial<WriteCall> = call;
  const { principal, signal } = call;
  const speaker = { account: accountOf(principal), email: principal.email, id: principal.id };
  return await callOperation({ api, operationId, args, speaker, idempotencyKey, signal, response });
}

/**
 * Whom the desk speaks for: a customer's account, or a member of staff under the name by which this
 * company's API knows them. Other systems are told what their connection says (`speaker-of.ts`).
 */
function accountOf({ kind, accountId, email, id }: Principal): string | undefined {
  return kind === 'staff' ? `staff:${email ?? id}` : accountId;
}

/** What the model is told of an answer that is not `ok`. */
export function refusalResult(answer: BusinessRefusal): ToolResult {
  if (answer.outcome === 'unavailable' && isNowhere(answer)) return { outcome: 'not_reached' };
  // A no without the API's own word for it is a no of something on the way there.
  if (answer.outcome === 'unavailable' || !answer.code) return { outcome: 'unavailable' };
  return { outcome: toldRefusals.has(answer.code) ? answer.code : 'failed' };
}

/** Nothing was sent, and nothing will be until somebody changes what the desk may call. */
function isNowhere({ reason, isUnsent }: Extract<BusinessRefusal, { outcome: 'unavailable' }>) {
  return isUnsent === true && reason === 'address_refused';
}
