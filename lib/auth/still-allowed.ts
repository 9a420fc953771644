import { isUserEnabled } from '@/lib/db/users';
import { onEventsLost, subscribe } from '@/lib/events/bus';
import type { Principal } from './principal';

/** Whether a principal resolved earlier still may act: false once the account was disabled. */
export async function isStillAllowed(principal: Principal): Promise<boolean> {
  return principal.kind === 'guest' || (await isUserEnabled(principal.id));
}

/**
 * Calls `close` when the principal's account is disabled, for whatever is held open in its name.
 * After a lost connection to Postgres the account is looked up, since the event may be missing.
 * Resolves, once the watch holds, with the function that ends it.
 */
export async function watchAccount(principal: Principal, close: () => void): Promise<() => void> {
  if (principal.kind === 'guest') return () => undefined;
  const stopEvents = await subscribe((event) => {
    if (event.type === 'access-changed' && event.userId === principal.id) close();
  });
  const recheck = () =>
    void isStillAllowed(principal).then(
      (isAllowed) => isAllowed || close(),
      () => close(),
    );
  const stopRecheck = onEventsLost(recheck);
  return () => {
    stopEvents();
    stopRecheck();
  };
}
