import type { CallFault } from '@/lib/shared/call-fault';

/** What came of a call. `refused` is the server's clear no; `unavailable` is no usable answer. */
export type McpAnswer =
  | { outcome: 'ok'; data: Record<string, unknown> }
  | { outcome: 'refused'; message?: string }
  | {
      outcome: 'unavailable';
      reason: CallFault;
      /** The server may have got the call; without, it surely did nothing. */
      wasSent: boolean;
    };
