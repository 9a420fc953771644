import { z } from 'zod';
import { ClientRefusedError } from '@/lib/business/credential-error';
import type { AllowedHost } from '@/lib/net/allowed-hosts';
import { FetchError } from '@/lib/net/fetch-error';
import { guardedRequest } from '@/lib/net/guarded-request';
import { processGlobal } from '@/lib/process-global';
import type { Credential } from '@/lib/shared/connections';

type ClientCredentials = Extract<Credential, { kind: 'oauth2' }>;

interface Token {
  value: string;
  /** When another one is asked for, in milliseconds since 1970. */
  until: number;
}

const tokenSchema = z.looseObject({
  access_token: z.string().regex(/^[\x21-\x7e]{1,20000}$/),
  expires_in: z.coerce.number().positive().optional(),
});
const maxBytes = 100_000;
/** Where the server does not say how long a token is good for, in seconds. */
const usualLife = 300;
/** Another one is asked for so long before the end, in seconds. */
const margin = 60;

const tokens = () => processGlobal('access-tokens', () => new Map<string, Promise<Token>>());

/**
 * An access token of the client credentials grant (RFC 6749, section 4.4), asked for once and kept
 * until it is nearly over; who asks meanwhile waits for the same.
 * @throws FetchError, ClientRefusedError
 */
export async function requireAccessToken(
  owner: string,
  client: ClientCredentials,
  options: { signal: AbortSignal; allowed?: readonly AllowedHost[] },
): Promise<string> {
  const kept = await tokens()
    .get(owner)
    ?.catch(() => undefined);
  if (kept && kept.until > Date.now()) return kept.value;
  const asked = ask(client, options);
  tokens().set(owner, asked);
  try {
    return (await asked).value;
  } catch (error) {
    if (tokens().get(owner) === asked) tokens().delete(owner);
    throw error;
  }
}

/** Has the next call ask for another one. */
export function forgetAccessToken(owner: string): void {
  tokens().delete(owner);
}

async function ask(
  { tokenUrl, clientId, clientSecret, scope }: ClientCredentials,
  { signal, allowed }: { signal: AbortSignal; allowed?: readonly AllowedHost[] },
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
  if (status >= 400 && status < 500)
    throw new ClientRefusedError(`the token was refused: ${status}`);
  const token = tokenSchema.safeParse(parsed(text));
  if (status !== 200 || !token.success) {
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
