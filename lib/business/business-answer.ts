/** What came of a call. `refused` is the API's clear no; `unavailable` is no usable answer. */
export type BusinessAnswer<T> =
  | { outcome: 'ok'; data: T }
  | { outcome: 'refused'; status: number; code?: string; message?: string }
  | { outcome: 'unavailable'; reason: UnavailableReason };

export type UnavailableReason =
  | 'network'
  | 'address-refused'
  | 'timeout'
  | 'server-error'
  | 'not-json'
  | 'too-large'
  | 'unexpected';
