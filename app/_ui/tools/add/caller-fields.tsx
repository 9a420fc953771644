import { CredentialFields } from '../fields/credential-fields';
import { IdentityFields } from '../fields/identity-fields';
import type { PartProps } from './typed-connection';

/** Whom calls are for, and how the desk proves itself in them. */
export function CallerFields({ typed, faults, change }: PartProps) {
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
        onChange={(credential) => change({ credential })}
      />
    </>
  );
}
