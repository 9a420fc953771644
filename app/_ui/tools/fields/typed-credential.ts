import type { CredentialOutline } from '@/lib/shared/credential-outline';
import {
  type Credential,
  credentialKinds,
  type ProposedCredential,
} from '@/lib/shared/credentials';

/** What is typed for a credential: of every kind, so that changing the kind loses nothing. */
export interface TypedCredential {
  kind: Credential['kind'];
  in: 'header' | 'query';
  name: string;
  value: string;
  token: string;
  tokenUrl: string;
  clientId: string;
  clientSecret: string;
  scope: string;
}

/** An empty form. */
export const noCredential: TypedCredential = {
  kind: 'none',
  in: 'header',
  name: 'X-API-Key',
  value: '',
  token: '',
  tokenUrl: '',
  clientId: '',
  clientSecret: '',
  scope: '',
};

/** A form with all that is known of the stored credential: only its secret is to be typed again. */
export function typedFrom(
  kind: Credential['kind'],
  stored: CredentialOutline | null,
): TypedCredential {
  if (stored) return { ...noCredential, ...stored };
  // A usual name in the place of a forgotten one would be stored unseen.
  return { ...noCredential, kind, name: kind === 'api-key' ? '' : noCredential.name };
}

/**
 * A form with what a document proposes, to be completed. What somebody has begun to enter stays: an
 * identity or a secret is never sent anywhere but where they wanted it.
 */
export function withProposed(
  typed: TypedCredential,
  proposed: ProposedCredential | null,
): TypedCredential {
  const { value, token, clientId, clientSecret } = typed;
  const isBegun = [value, token, clientId, clientSecret].some((text) => text !== '');
  return isBegun || !proposed ? typed : { ...noCredential, ...proposed };
}

/** The kind of this name; `none` for what is none. */
export function toCredentialKind(text: string): Credential['kind'] {
  return credentialKinds.find((kind) => kind === text) ?? 'none';
}

/** The credential as it is sent; whether it is whole is for its schema to say. */
export function credentialOf(typed: TypedCredential): Credential {
  const { kind, name, value, token, tokenUrl, clientId, clientSecret, scope } = typed;
  if (kind === 'api-key') return { kind, in: typed.in, name: name.trim(), value: value.trim() };
  if (kind === 'bearer') return { kind, token: token.trim() };
  if (kind === 'oauth2') {
    const trimmed = scope.trim();
    return {
      kind,
      tokenUrl: tokenUrl.trim(),
      clientId: clientId.trim(),
      clientSecret,
      ...(trimmed ? { scope: trimmed } : {}),
    };
  }
  return { kind: 'none' };
}
