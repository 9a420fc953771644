import { z } from 'zod';
import { jsonBody, requestJson } from '@/app/_ui/request-json';
import {
  type ConnectionChange,
  connectionDetailSchema,
  connectionListSchema,
  documentPreviewSchema,
  type NewConnection,
  type ToolSettings,
} from '@/lib/shared/connections';
import { credentialOutlineSchema } from '@/lib/shared/credential-outline';
import { type TrialRequest, trialResultSchema } from '@/lib/shared/operation-trials';

const listUrl = '/api/connections';
const urlOf = (id: string) => `${listUrl}/${encodeURIComponent(id)}`;
const toolUrl = (id: string, operationId: string) =>
  `${urlOf(id)}/tools/${encodeURIComponent(operationId)}`;

const createdSchema = z.looseObject({ id: z.string() });

const connectionViewSchema = connectionDetailSchema.extend({
  /** What is no secret of its credential; null where that does not open any more. */
  credential: credentialOutlineSchema.nullable(),
});
/** `GET /api/connections/:id`. */
export type ConnectionView = z.infer<typeof connectionViewSchema>;

/** Every connection, and the commands that MCP servers may be run by. */
export const fetchConnections = () => requestJson(connectionListSchema, listUrl);

/** One connection with everything that it offers. */
export const fetchConnection = (id: string) => requestJson(connectionViewSchema, urlOf(id));

/** What a document holds; nothing is stored. */
export const previewDocument = (document: string) =>
  requestJson(documentPreviewSchema, `${listUrl}/preview`, jsonBody({ document }));

/** Resolves to the new connection's id. */
export async function createConnection(connection: NewConnection): Promise<string> {
  return (await requestJson(createdSchema, listUrl, jsonBody(connection))).id;
}

export async function changeConnection(id: string, change: ConnectionChange): Promise<void> {
  await requestJson(z.unknown(), urlOf(id), { ...jsonBody(change), method: 'PATCH' });
}

export async function deleteConnection(id: string): Promise<void> {
  await requestJson(z.unknown(), urlOf(id), { method: 'DELETE' });
}

/** Asks an MCP server again what it offers. */
export async function refreshConnection(id: string): Promise<void> {
  await requestJson(z.unknown(), `${urlOf(id)}/refresh`, { method: 'POST' });
}

/** @param basedOn when what was changed had been saved: nothing of somebody else's is lost unseen */
export async function saveTool(
  id: string,
  operationId: string,
  settings: ToolSettings,
  basedOn: string | null,
): Promise<void> {
  await requestJson(z.unknown(), toolUrl(id, operationId), {
    ...jsonBody({ ...settings, basedOn }),
    method: 'PUT',
  });
}

export async function removeTool(id: string, operationId: string): Promise<void> {
  await requestJson(z.unknown(), toolUrl(id, operationId), { method: 'DELETE' });
}

/** Shows what would be sent, or calls what only reads. */
export const tryOperation = (id: string, trial: TrialRequest) =>
  requestJson(trialResultSchema, `${urlOf(id)}/try`, jsonBody(trial));
