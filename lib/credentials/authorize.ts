import type { AllowedHost } from '@/lib/net/allowed-hosts';
import type { Credential } from '@/lib/shared/credentials';
import { requireAccessToken } from './access-token';
import type { Authorization } from './authorization';

/** What a credential makes a request carry. */
export interface Authorizer {
  /** @param refused what was refused before */
  authorize: (signal: AbortSignal, refused?: Authorization) => Promise<Authorization>;
  canRenew: boolean;
}

const nothing: Authorization = { headers: {}, query: {} };

/**
 * How requests of a connection prove themselves.
 * @param owner names the connection and its revision: another one's tokens are not its own
 */
export function authorizerOf(
  owner: string,
  credential: Credential,
  allowed?: readonly AllowedHost[],
): Authorizer {
  switch (credential.kind) {
    case 'none':
      return fixed(nothing);
    case 'bearer':
      return fixed(bearer(credential.token));
    case 'api-key': {
      const { in: place, name, value } = credential;
      return fixed(
        place === 'query'
          ? { headers: {}, query: { [name]: value } }
          : { headers: { [name.toLowerCase()]: value }, query: {} },
      );
    }
    case 'oauth2':
      return {
        canRenew: true,
        authorize: async (signal, refused) => {
          const isRefused = (token: string) =>
            refused?.headers.authorization === bearer(token).headers.authorization;
          const asking = { signal, allowed, isRefused };
          return bearer(await requireAccessToken(owner, credential, asking));
        },
      };
  }
}

const bearer = (token: string): Authorization => ({
  headers: { authorization: `Bearer ${token}` },
  query: {},
});

function fixed(authorization: Authorization): Authorizer {
  return { canRenew: false, authorize: async () => authorization };
}
