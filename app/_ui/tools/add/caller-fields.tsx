import type { ProposedCredential } from '@/lib/shared/credentials';
import { CredentialFields } from '../fields/credential-fields';
import { IdentityFields } from '../fields/identity-fields';
import type { PartProps } from './typed-connection';

interface Props extends PartProps {
  /** What the document says of it. */
  proposed?: ProposedCredential | null;
}

/** Whom calls are for, and how the desk proves itself in them. */
export function CallerFields({ typed, faults, change, proposed = null }: Props) {
  return (
    <>
      <IdentityFields
        value={typed.identity}
        faults={faults}
        onChange={(identity) => change({ identity })}
      />
      <CredentialFields
        value={typed.credential}
        faults={faults}
        isProposed={proposed?.kind === typed.credential.kind}
        onChange={(credential) => change({ credential })}
      />
    </>
  );
}
