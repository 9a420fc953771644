import type { Identity, NewConnection } from '@/lib/shared/connections';
import type { FieldFaults } from '../fields/read-issues';
import { credentialOf, noCredential, type TypedCredential } from '../fields/typed-credential';

/** What is typed for a new connection: of both kinds, so that changing the kind loses nothing. */
export interface TypedConnection {
  kind: 'openapi' | 'mcp';
  name: string;
  /** Base address of an API. */
  address: string;
  reach: 'address' | 'command';
  /** Address of an MCP server. */
  serverAddress: string;
  command: string;
  identity: Identity | null;
  credential: TypedCredential;
}

/** What a part of the form is given. */
export interface PartProps {
  typed: TypedConnection;
  faults: FieldFaults;
  change: (changes: Partial<TypedConnection>) => void;
}

/** An empty form. */
export const emptyConnection: TypedConnection = {
  kind: 'openapi',
  name: '',
  address: '',
  reach: 'address',
  serverAddress: '',
  command: '',
  identity: null,
  credential: noCredential,
};

/** The connection as it is sent; whether it is whole is for its schema to say. */
export function connectionOf(typed: TypedConnection, document: string): NewConnection {
  const name = typed.name.trim();
  const credential = credentialOf(typed.credential);
  const { identity } = typed;
  if (typed.kind === 'openapi') {
    return { kind: 'openapi', name, document, address: typed.address.trim(), identity, credential };
  }
  if (typed.reach === 'address') {
    const reach = { address: typed.serverAddress.trim() };
    return { kind: 'mcp', name, reach, identity, credential };
  }
  // A program on this machine is told by its own environment how to prove itself.
  const reach = { command: typed.command };
  return { kind: 'mcp', name, reach, identity: null, credential: { kind: 'none' } };
}
