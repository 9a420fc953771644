import type { CallFault } from '@/lib/shared/call-fault';

/**
 * What came of a call. `refused` is the API's clear no, or, without a status, the desk's own: then
 * it was not asked. `unavailable` is no usable answer; `isUnsent` when surely nobody got the request.
 */
export type BusinessAnswer<T> =
  | { outcome: 'ok'; data: T }
  | { outcome: 'refused'; status?: number; code?: string; message?: string }
  | { outcome: 'unavailable'; reason: CallFault; isUnsent?: boolean };
