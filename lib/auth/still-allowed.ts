import { isUserEnabled } from '@/lib/db/identity/users';
import { onEventsLost, subscribe } from '@/lib/events/bus';
import type { Principal } from './principal';

/** Whether a principal resolved earlier still may act: false once the account was disabled. */
async function isStillAllowed(principal: Principal): Promise<boolean> {
  return principal.kind === 'guest' || (await isUserEnabled(principal.id));
}

/**
 * Calls `close`, once, when the account is disabled or its rights change, for whatever is held
 * open in its name. The account is also looked up when the watch begins and after a lost
 * connection to Postgres, since an event may have been missed.
 * Resolves, once the watch holds, with the function that ends it.
 */
export async function watchAccount(principal: Principal, close: () => void): Promise<() => void> {
  if (principal.kind === 'guest') return () => undefined;
  const stops: (() => void)[] = [];
  const stop = () => {
    for (const end of stops.splice(0)) end();
  };
  const closeOnce = () => {
    if (stops.length === 0) return;
    stop();
    close();
  };
  const recheck = () =>
    void isStillAllowed(principal).then((isAllowed) => isAllowed || closeOnce(), closeOnce);
  const stopEvents = await subscribe((event) => {
    if (event.type === 'access-changed' && event.userId === principal.id) closeOnce();
  });
  stops.push(stopEvents, onEventsLost(recheck));
  recheck();
  return stop;
}
