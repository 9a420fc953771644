import { createServer, type RequestListener } from 'node:http';
import Provider from 'oidc-provider';
import { newSecret } from '@/lib/ids';
import { BrowserSession } from './browser-session';

/** What the provider knows of a person; the login is the person's id there. */
export interface Identity {
  email: string;
  email_verified: boolean;
  name?: string;
}

/** An OpenID Connect provider on a free port. */
export interface IdentityProvider {
  issuer: string;
  clientId: string;
  clientSecret: string;
  close: () => Promise<void>;
}

/** What the provider remembers, for ten minutes each. */
const stored = ['Interaction', 'Session', 'Grant', 'AccessToken', 'IdToken', 'AuthorizationCode'];

/** Starts a provider that knows these people by login, and one client at `redirectUri`. */
export async function startIdentityProvider(
  people: Record<string, Identity>,
  redirectUri: () => string,
): Promise<IdentityProvider> {
  let listener: RequestListener | undefined;
  const clientId = 'desk';
  const clientSecret = newSecret();
  const server = createServer((request, response) => {
    listener ??= new Provider(issuer, {
      clients: [
        { client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri()] },
      ],
      claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
      cookies: { keys: [newSecret()] },
      ttl: Object.fromEntries(stored.map((kind) => [kind, 600])),
      findAccount: (_context: unknown, login: string) => ({
        accountId: login,
        claims: () => ({ sub: login, ...people[login] }),
      }),
    }).callback();
    listener(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('the provider has no port');
  const issuer = `http://127.0.0.1:${address.port}`;
  return {
    issuer,
    clientId,
    clientSecret,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/**
 * Goes through the provider's login and consent forms as this person, from the address the desk
 * sent them to, and returns the address at the desk that the provider sends them back to.
 */
export async function logInAtProvider(
  provider: IdentityProvider,
  start: string,
  login: string,
): Promise<string> {
  const browser = new BrowserSession(provider.issuer);
  let target = start;
  for (let step = 0; step < 12; step++) {
    const page = await browser.fetch(target);
    const next =
      page.headers.get('location') ?? (await submitForm(browser, await page.text(), login));
    target = new URL(next, provider.issuer).href;
    if (!target.startsWith(provider.issuer)) return target;
  }
  throw new Error(`the provider did not send the person back: ${target}`);
}

async function submitForm(browser: BrowserSession, html: string, login: string): Promise<string> {
  const action = html.match(/action="([^"]+)"/)?.[1];
  const prompt = html.match(/name="prompt" value="(\w+)"/)?.[1];
  if (!action || !prompt) throw new Error(`not a form: ${html.slice(0, 300)}`);
  const fields: Record<string, string> =
    prompt === 'login' ? { prompt, login, password: 'any' } : { prompt };
  const answer = await browser.fetch(action, { method: 'POST', body: new URLSearchParams(fields) });
  const location = answer.headers.get('location');
  if (!location) throw new Error(`the form was refused: ${answer.status}`);
  return location;
}
