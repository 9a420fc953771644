import { z } from 'zod';
import {
  connectionChangeSchema,
  connectionDetailSchema,
  connectionListSchema,
  documentPreviewSchema,
  newConnectionSchema,
  previewRequestSchema,
  toolChangeSchema,
} from '@/lib/shared/connections';
import { trialRequestSchema, trialResultSchema } from '@/lib/shared/operation-trials';
import type { PublicOperation } from './public-operation';

const denied = { 403: 'Not allowed.' };

/** Outside systems whose operations specialists use. */
export const connectionOperations: PublicOperation[] = [
  {
    method: 'get',
    path: '/api/connections',
    summary: 'Every outside system that is connected: business APIs and MCP servers.',
    answer: { status: 200, description: 'The connections.', content: connectionListSchema },
    faults: denied,
  },
  {
    method: 'post',
    path: '/api/connections',
    summary: 'Connect a business API by its OpenAPI document, or an MCP server.',
    body: newConnectionSchema,
    answer: { status: 201, description: 'Its id.', content: z.object({ id: z.string() }) },
    faults: { ...denied, 409: 'The name is taken.' },
  },
  {
    method: 'post',
    path: '/api/connections/preview',
    summary: 'What an OpenAPI document holds. Nothing is stored.',
    body: previewRequestSchema,
    answer: { status: 200, description: 'Its operations.', content: documentPreviewSchema },
    faults: denied,
  },
  {
    method: 'get',
    path: '/api/connections/{id}',
    summary: 'One connection with everything that it offers.',
    answer: { status: 200, description: 'The connection.', content: connectionDetailSchema },
    faults: denied,
  },
  {
    method: 'patch',
    path: '/api/connections/{id}',
    summary: 'Change a connection; what is not named stays. A credential is never told again.',
    body: connectionChangeSchema,
    answer: { status: 200, description: 'The connection.', content: connectionDetailSchema },
    faults: { ...denied, 409: 'Somebody else changed it, or the name is taken.' },
  },
  {
    method: 'delete',
    path: '/api/connections/{id}',
    summary: 'Take a connection away, and its tools from all specialists.',
    answer: { status: 204, description: 'It is gone.' },
    faults: denied,
  },
  {
    method: 'post',
    path: '/api/connections/{id}/refresh',
    summary: 'Ask an MCP server again what it offers.',
    answer: { status: 204, description: 'It was asked.' },
    faults: denied,
  },
  {
    method: 'put',
    path: '/api/connections/{id}/tools/{operationId}',
    summary: 'Give an operation to specialists, or change how they have it.',
    body: toolChangeSchema,
    answer: { status: 204, description: 'They have it.' },
    faults: { ...denied, 409: 'Somebody else changed it, or the name is taken.' },
  },
  {
    method: 'delete',
    path: '/api/connections/{id}/tools/{operationId}',
    summary: 'Take an operation away from all specialists.',
    answer: { status: 204, description: 'Nobody has it.' },
    faults: denied,
  },
  {
    method: 'post',
    path: '/api/connections/{id}/try',
    summary: 'Show what a call would send; what only reads can be sent, too.',
    body: trialRequestSchema,
    answer: { status: 200, description: 'What was sent and came.', content: trialResultSchema },
    faults: { ...denied, 409: 'The connection is off.' },
  },
];
