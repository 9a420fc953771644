import { z } from 'zod';
import type { AllowedHost } from '@/lib/net/allowed-hosts';
import { FetchError } from '@/lib/net/fetch-error';
import { guardedRequest } from '@/lib/net/guarded-request';
import { orAborted } from '@/lib/or-aborted';
import { processGlobal } from '@/lib/process-global';
import type { Credential } from '@/lib/shared/credentials';
import { ClientRefusedError } from './credential-error';

type ClientCredentials = Extract<Credential, { kind: 'oauth2' }>;

interface Token {
  value: string;
  /** When another one is asked for, in milliseconds since 1970. */
  until: number;
}

const tokenSchema = z.looseObject({
  access_token: z.string().regex(/^[\x21-\x7e]{1,20000}$/),
  expires_in: z.coerce.number().positive().optional().catch(undefined),
});
const maxBytes = 100_000;
/** Statuses that say «not now», not «no». */
const passing = new Set([408, 425, 429]);
/** Where the server does not say how long a token is good for, in seconds. */
const usualLife = 300;
/** Another one is asked for so long before the end, in seconds. */
const margin = 60;

/** For how long it is asked for, whoever of those that wait gives up, in milliseconds. */
const patience = 10_000;

interface Asking {
  /** Ends the waiting of this caller. */
  signal: AbortSignal;
  allowed?: readonly AllowedHost[];
  /** Whether a token was refused: then it is not good any more, whatever was said of its life. */
  isRefused?: (token: string) => boolean;
}

/** A token that is kept, or that is asked for at the moment. */
interface Kept {
  asked: Promise<Token>;
  token?: Token;
}

const tokens = () => processGlobal('access-tokens', () => new Map<string, Kept>());

/**
 * An access token of the client credentials grant (RFC 6749, section 4.4), asked for once and kept
 * until it is nearly over; who asks meanwhile waits for the same.
 * @throws FetchError, ClientRefusedError; the reason of `signal` when that is aborted
 */
export async function requireAccessToken(
  owner: string,
  client: ClientCredentials,
  { signal, allowed, isRefused }: Asking,
): Promise<string> {
  const known = tokens().get(owner);
  const isOver =
    known?.token && (known.token.until <= Date.now() || isRefused?.(known.token.value));
  const { asked } = known && !isOver ? known : begin(owner, client, allowed);
  return (await orAborted(asked, signal)).value;
}

/** Asks for one that all share; what went wrong is told to all that waited, and not kept. */
function begin(owner: string, client: ClientCredentials, allowed?: readonly AllowedHost[]): Kept {
  const asked = ask(client, AbortSignal.timeout(patience), allowed);
  const kept: Kept = { asked };
  tokens().set(owner, kept);
  asked.then(
    (token) => {
      kept.token = token;
    },
    () => {
      if (tokens().get(owner) === kept) tokens().delete(owner);
    },
  );
  return kept;
}

async function ask(
  { tokenUrl, clientId, clientSecret, scope }: ClientCredentials,
  signal: AbortSignal,
  allowed?: readonly AllowedHost[],
): Promise<Token> {
  const form = new URLSearchParams({ grant_type: 'client_credentials' });
  if (scope) form.set('scope', scope);
  const basic = [clientId, clientSecret].map(encodeURIComponent).join(':');
  const { status, text } = await guardedRequest(tokenUrl, {
    method: 'POST',
    headers: {
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
      authorization: `Basic ${Buffer.from(basic).toString('base64')}`,
    },
    body: form.toString(),
    maxBytes,
    signal,
    allowed,
  });
  if (status >= 400 && status < 500 && !passing.has(status)) {
    throw new ClientRefusedError(`the token was refused: ${status}`);
  }
  const token = tokenSchema.safeParse(parsed(text));
  if (status >= 300 || !token.success) {
    throw new FetchError('undecodable', new URL(tokenUrl).host);
  }
  const life = Math.max((token.data.expires_in ?? usualLife) - margin, 1);
  return { value: token.data.access_token, until: Date.now() + life * 1_000 };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
