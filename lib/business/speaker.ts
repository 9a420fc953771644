import type { IdentityValue } from '@/lib/shared/connections';

/** Whom a call is for; comes from the session, never from a model. */
export interface Speaker {
  /** The customer's account number. */
  account?: string;
  email?: string;
  /** Their id at this desk. */
  id: string;
}

/** What a speaker is called in a call; undefined where they are not known by that. */
export function spokenAs(value: IdentityValue, speaker: Speaker | undefined): string | undefined {
  return speaker?.[value];
}
