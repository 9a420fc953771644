import { expect } from 'vitest';
import { callTool } from '@/lib/connections/call-tool';
import type { ConnectedTool } from '@/lib/connections/connected-tool';
import { findToolsInUse } from '@/lib/connections/find-tools-in-use';
import { forgetEnv } from '@/lib/env';
import {
  type ConnectionDetail,
  connectionDetailSchema,
  type NewConnection,
  toolSettingsSchema,
} from '@/lib/shared/connections';
import { asAccount, type DeskPerson } from './desk-people';
import { type DeskServer, serveDesk } from './desk-server';
import { nameMcpCommands } from './mcp-servers';
import { waitFor } from './wait-for';

export type Reach = Extract<NewConnection, { kind: 'mcp' }>['reach'];

/** A developer who connects MCP servers to a desk by its API. */
export interface McpDeveloper {
  fetch: DeskPerson['fetch'];
  tryConnect: (name: string, reach: Reach, others?: object) => Promise<Response>;
  /** @returns the id of the connection */
  connect: (name: string, reach: Reach, others?: object) => Promise<string>;
  look: (id: string) => Promise<ConnectionDetail>;
  /** Waits until a connection shows this fault, or none. */
  awaitFault: (id: string, code: string | null) => Promise<unknown>;
  /** Gives a tool to a specialist, whether or not the desk takes it. */
  save: (id: string, operationId: string, change: object) => Promise<Response>;
  /** Gives a tool to a specialist and waits until it is in use. */
  give: (
    id: string,
    operationId: string,
    outputs: string[],
    risk?: string,
  ) => Promise<ConnectedTool>;
}

/** Serves a desk with the commands of the test servers, on which MCP servers of this machine may be connected. */
export async function serveMcpDesk(): Promise<{ desk: DeskServer; developer: McpDeveloper }> {
  nameMcpCommands();
  process.env.ALLOWED_HOSTS = '127.0.0.1';
  forgetEnv();
  const desk = await serveDesk();
  return { desk, developer: await asMcpDeveloper(desk.url) };
}

/** Signs a developer in at a desk. */
async function asMcpDeveloper(deskUrl: string): Promise<McpDeveloper> {
  const { fetch } = await asAccount(deskUrl, 'Developer', { kind: 'staff', roles: ['developer'] });
  const tryConnect: McpDeveloper['tryConnect'] = (name, reach, others = {}) => {
    const connection = { kind: 'mcp', name, reach, identity: null, credential: { kind: 'none' } };
    return fetch('/api/connections', sent('POST', { ...connection, ...others }));
  };
  const look: McpDeveloper['look'] = async (id) => {
    const response = await fetch(`/api/connections/${id}`);
    return connectionDetailSchema.parse(await response.json());
  };
  const save: McpDeveloper['save'] = (id, operationId, change) =>
    fetch(
      `/api/connections/${id}/tools/${operationId}`,
      sent('PUT', settingsOf(operationId, change)),
    );
  return {
    fetch,
    tryConnect,
    connect: async (...wanted) => {
      const response = await tryConnect(...wanted);
      expect(await response.clone().text()).toContain('"id"');
      return (await response.json()).id;
    },
    look,
    awaitFault: (id, code) =>
      waitFor(`${id} to show ${code}`, async () => {
        const { fault } = (await look(id)).connection;
        return (fault?.code ?? null) === code;
      }),
    save,
    give: async (id, operationId, outputs, risk = 'read') => {
      const response = await save(id, operationId, { outputs, risk });
      expect(response.status, await response.text()).toBe(204);
      return await waitFor(`${operationId} to be in use`, async () =>
        (await findToolsInUse()).find(
          (tool) => tool.connection.id === id && tool.operationId === operationId,
        ),
      );
    },
  };
}

/** A request with a body of JSON. */
export const sent = (method: string, body: unknown) => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

const settingsOf = (operationId: string, change: object) =>
  toolSettingsSchema.parse({
    name: operationId.replaceAll('-', '_'),
    titles: { en: operationId, zh: operationId },
    description: operationId,
    specialists: ['support'],
    ...change,
  });

/** Calls a tool for a customer whose account is `C-1001`. */
export const callForCustomer = (tool: ConnectedTool, args: Record<string, unknown>) =>
  callTool({ tool, args, speaker: { id: 'person-1', account: 'C-1001' } });
