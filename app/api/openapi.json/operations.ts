import { z } from 'zod';
import { chatRequestSchema } from '@/lib/shared/chat';
import { retrievalSettingsSchema } from '@/lib/shared/retrieval';
import {
  askedQuestionsSchema,
  personSchema,
  retrievalViewSchema,
  trialRequestSchema,
  trialSchema,
} from '@/lib/shared/trials';
import { actionOperations } from './action-operations';
import { connectionOperations } from './connection-operations';
import { documentOperations } from './document-operations';
import { modelOperations } from './model-operations';
import type { PublicOperation } from './public-operation';

const parts = z.object({
  status: z.enum(['ok', 'unavailable']),
  failed: z.array(z.string()),
  parts: z.record(z.string(), z.enum(['ok', 'failed', 'slow'])),
});

const hits = z.object({
  hits: z.array(
    z.object({
      documentId: z.string(),
      title: z.string(),
      page: z.number().int().nullable(),
      text: z.string(),
      score: z.number(),
    }),
  ),
});

/** The contract that programs outside rely on. Pages use further routes, which may change. */
export const publicOperations: PublicOperation[] = [
  {
    method: 'post',
    path: '/api/chat',
    summary:
      'Send a message and read the answer as an AI SDK UI message stream. While an answer is being written, the message waits: the stream begins with `data-queued` and goes on with the answer to all that waited. A stream that ends with `data-superseded` is taken back: messages sent in a row are answered as one.',
    body: chatRequestSchema,
    answer: {
      status: 200,
      description: 'The answer as it is written.',
      content: 'text/event-stream',
    },
    faults: { 429: 'Too many messages wait already.', 503: 'The desk is very busy.' },
  },
  {
    method: 'get',
    path: '/api/chat/{id}/messages',
    summary: 'What was said in a conversation; messages that wait have `metadata.isQueued`.',
    query: { after: 'Only messages after this sequence number.' },
    answer: { status: 200, description: 'Messages, owner and state of the turn.' },
  },
  {
    method: 'get',
    path: '/api/chat/{id}/stream',
    summary: 'Follow the answer that is being written, from its beginning.',
    answer: {
      status: 200,
      description: 'The answer as it is written; 204 when none is.',
      content: 'text/event-stream',
    },
  },
  {
    method: 'post',
    path: '/api/chat/{id}/stop',
    summary: 'Stop the answer that is being written.',
    answer: { status: 202, description: 'It will stop.' },
  },
  {
    method: 'delete',
    path: '/api/chat/{id}/messages/{messageId}',
    summary: 'Take back a message that waits for its answer.',
    answer: { status: 204, description: 'It is gone.' },
    faults: { 409: 'It is being answered already.' },
  },
  {
    method: 'post',
    path: '/api/chat/{id}/messages/{messageId}/now',
    summary: 'Stop the answer that is being written, and answer what waits at once.',
    answer: { status: 202, description: 'It will be answered next.' },
  },
  ...actionOperations,
  ...connectionOperations,
  ...documentOperations,
  {
    method: 'post',
    path: '/api/search',
    summary: 'Find passages among the documents that the caller may read.',
    body: z.object({ query: z.string(), k: z.number().int().min(1).max(50).optional() }),
    answer: { status: 200, description: 'Best first.', content: hits },
  },
  {
    method: 'post',
    path: '/api/retrieval/search',
    summary: 'Try a question with settings and as somebody else, and see how passages were found.',
    body: trialRequestSchema,
    answer: { status: 200, description: 'What was found, and why.', content: trialSchema },
    faults: { 403: 'Not allowed.', 409: 'The account to view as is disabled.' },
  },
  {
    method: 'get',
    path: '/api/retrieval/questions',
    summary: 'The questions that people asked last; for those who may read transcripts.',
    query: {
      unanswered: '`true` for those only that the documents did not answer.',
      before: 'What `next` said on the page before.',
    },
    answer: { status: 200, description: 'A page.', content: askedQuestionsSchema },
    faults: { 403: 'Not allowed.' },
  },
  {
    method: 'get',
    path: '/api/retrieval/people',
    summary: 'Members of staff to view as.',
    query: { q: 'Part of a name or an address.' },
    answer: {
      status: 200,
      description: 'At most ten.',
      content: z.object({ people: z.array(personSchema) }),
    },
    faults: { 403: 'Not allowed.' },
  },
  {
    method: 'get',
    path: '/api/retrieval/settings',
    summary: 'How passages are looked for, and how they were before.',
    answer: { status: 200, description: 'The settings.', content: retrievalViewSchema },
    faults: { 403: 'Not allowed.' },
  },
  {
    method: 'put',
    path: '/api/retrieval/settings',
    summary: 'Change how passages are looked for, for everyone.',
    body: retrievalSettingsSchema,
    answer: { status: 200, description: 'The settings.', content: retrievalViewSchema },
    faults: { 403: 'Not allowed.' },
  },
  {
    method: 'post',
    path: '/api/mcp',
    summary:
      'The desk as an MCP server (streamable HTTP, stateless, JSON): tools `search_knowledge` and `ask_frontdesk`. With an API key only.',
    body: z.looseObject({ jsonrpc: z.literal('2.0'), method: z.string() }),
    answer: { status: 200, description: 'The JSON-RPC response.', content: z.looseObject({}) },
    faults: { 401: 'No API key, or one that does not hold.' },
  },
  ...modelOperations,
  {
    method: 'get',
    path: '/api/health',
    summary: 'Whether the web process is alive.',
    answer: { status: 200, description: 'It is.', content: z.object({ status: z.literal('ok') }) },
  },
  {
    method: 'get',
    path: '/api/ready',
    summary: 'Whether every part of the desk serves.',
    answer: { status: 200, description: 'All do.', content: parts },
    faults: { 503: 'The parts named under `failed` do not.' },
  },
];
