import { onEventsLost, subscribe } from '@/lib/events/bus';
import { log } from '@/lib/log';
import { processGlobal } from '@/lib/process-global';
import type { CallFault } from '@/lib/shared/call-fault';
import { findEndpoint } from './find-endpoint';
import { callFaultOf, McpFault } from './mcp-fault';
import { type McpSession, openSession } from './open-session';
import { noteToolsChanged } from './tools-changed';
import { withoutWords } from './without-words';

/** One connection's place: its session, if there is one, and how it went lately. */
interface Place {
  session?: Promise<McpSession>;
  /** Of the connection, as the session was opened. */
  revision?: number;
  /** Calls that are under way on the session. */
  users: number;
  usedAt: number;
  /** Failures in a row, until when nothing is tried for them, in milliseconds since 1970, and why. */
  failures: number;
  restUntil: number;
  restFor: CallFault;
}

interface Sessions {
  places: Map<string, Place>;
  following?: Promise<unknown>;
}

/** A session that nobody used for so long is closed, in milliseconds. */
const idleMs = 5 * 60_000;
/** The first failure is followed by no pause, the second by this one, each more by twice as much. */
const firstPauseMs = 1_000;
const longestPauseMs = 60_000;

const sessions = () => processGlobal<Sessions>('mcp-sessions', () => ({ places: new Map() }));

/**
 * Does something over the session of a connection, which is opened at its first use and shared by
 * all of the process. One that ended is opened again, with pauses that grow while it goes wrong.
 * @throws McpFault, and whatever `openSession` and `work` throw
 */
export async function withSession<T>(
  connectionId: string,
  work: (session: McpSession) => Promise<T>,
): Promise<T> {
  await follow();
  const place = placeOf(connectionId);
  place.users += 1;
  try {
    const answer = await work(await usable(connectionId, place));
    place.failures = 0;
    return answer;
  } finally {
    place.users -= 1;
    place.usedAt = Date.now();
    // It was put aside meanwhile, and this was its last call.
    if (place.users === 0 && sessions().places.get(connectionId) !== place) await end(place);
  }
}

/** Has the next call open another session; calls under way keep theirs. */
export function forgetSession(connectionId: string): void {
  const { places } = sessions();
  const place = places.get(connectionId);
  if (!place) return;
  const { failures, restUntil, restFor } = place;
  places.set(connectionId, { ...newPlace(), failures, restUntil, restFor });
  if (place.users === 0) void end(place);
}

/** Notes that a connection's server did not serve: before it is opened again there is a pause. */
export function noteFailure(connectionId: string, fault: CallFault = 'network'): void {
  const place = placeOf(connectionId);
  const pause = place.failures === 0 ? 0 : firstPauseMs * 2 ** (place.failures - 1);
  place.failures += 1;
  place.restUntil = Date.now() + Math.min(pause, longestPauseMs);
  place.restFor = fault;
}

function placeOf(connectionId: string): Place {
  const { places } = sessions();
  const place = places.get(connectionId) ?? newPlace();
  places.set(connectionId, place);
  return place;
}

const newPlace = (): Place => ({
  users: 0,
  usedAt: Date.now(),
  failures: 0,
  restUntil: 0,
  restFor: 'network',
});

async function usable(connectionId: string, place: Place): Promise<McpSession> {
  const kept = place.session;
  const session = await kept;
  if (session && !session.isOver()) return session;
  if (place.session === kept) place.session = undefined;
  // Somebody else opened another one meanwhile.
  if (place.session) return await place.session;
  if (Date.now() < place.restUntil) throw new McpFault(place.restFor);
  const opened = open(connectionId, place);
  place.session = opened;
  try {
    return await opened;
  } catch (error) {
    if (place.session === opened) place.session = undefined;
    noteFailure(connectionId, callFaultOf(error));
    throw error;
  }
}

async function open(connectionId: string, place: Place): Promise<McpSession> {
  const endpoint = await findEndpoint(connectionId);
  if (!endpoint) throw new McpFault('network');
  place.revision = endpoint.revision;
  return await openSession(endpoint, {
    onToolsChanged: (client) => noteToolsChanged(connectionId, client),
  });
}

async function end(place: Place): Promise<void> {
  try {
    await (await place.session)?.close();
  } catch (error) {
    // One that could not be opened needs no end.
    log().debug({ event: 'mcp-session-not-ended', err: withoutWords(error) });
  }
}

/** Events must arrive for certain before a session is kept. */
async function follow(): Promise<void> {
  const known = sessions();
  known.following ??= listen(known).catch((error: unknown) => {
    known.following = undefined;
    throw error;
  });
  await known.following;
}

async function listen({ places }: Sessions): Promise<void> {
  await subscribe((event) => {
    if (event.type === 'connections-changed') void forgetChanged(event.connectionId);
  });
  onEventsLost(() => {
    for (const connectionId of [...places.keys()]) forgetSession(connectionId);
  });
  setInterval(() => closeIdle(places), idleMs / 5).unref();
}

/** Tools may be given and taken without an end of the session. */
async function forgetChanged(connectionId: string): Promise<void> {
  try {
    const place = sessions().places.get(connectionId);
    if (!place) return;
    const endpoint = await findEndpoint(connectionId);
    if (endpoint?.revision === place.revision) return;
    forgetSession(connectionId);
    // Whoever changed it wants it tried at once.
    Object.assign(placeOf(connectionId), { failures: 0, restUntil: 0 });
  } catch (error) {
    log().warn({ event: 'mcp-session-unchecked', connectionId, err: error });
    forgetSession(connectionId);
  }
}

function closeIdle(places: Map<string, Place>): void {
  for (const [connectionId, place] of places) {
    if (place.users > 0 || place.usedAt > Date.now() - idleMs) continue;
    places.delete(connectionId);
    void end(place);
  }
}
