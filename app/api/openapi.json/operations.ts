import { z } from 'zod';
import { chatRequestSchema } from '@/lib/shared/chat';
import { deletionViewSchema } from '@/lib/shared/deletions';
import {
  documentChangesSchema,
  documentViewSchema,
  uploadFieldsSchema,
  versionViewSchema,
} from '@/lib/shared/documents';
import { logEntrySchema } from '@/lib/shared/ingestion-log';
import { retrievalSettingsSchema } from '@/lib/shared/retrieval';
import {
  askedQuestionsSchema,
  personSchema,
  retrievalViewSchema,
  trialRequestSchema,
  trialSchema,
} from '@/lib/shared/trials';

/** One operation of the public API, as its document tells it. */
export interface PublicOperation {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  path: string;
  summary: string;
  /** JSON body. */
  body?: z.ZodType;
  /** Fields of a multipart body, beside the binary `file`. */
  form?: z.ZodType;
  query?: Record<string, string>;
  /** Status and what comes with it; a string is a media type other than JSON. */
  answer: { status: number; description: string; content?: z.ZodType | 'text/event-stream' };
  /** Other statuses than 400 for a wrong request and 404 for what is not there. */
  faults?: Record<number, string>;
}

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
    summary: 'Send a message and read the answer as an AI SDK UI message stream.',
    body: chatRequestSchema,
    answer: {
      status: 200,
      description: 'The answer as it is written.',
      content: 'text/event-stream',
    },
    faults: { 409: 'An answer is still being written.', 503: 'The desk is very busy.' },
  },
  {
    method: 'get',
    path: '/api/chat/{id}/messages',
    summary: 'What was said in a conversation.',
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
    method: 'post',
    path: '/api/actions/{id}',
    summary: 'Confirm or decline what the desk proposed to do.',
    body: z.object({ decision: z.enum(['approve', 'decline']) }),
    answer: {
      status: 202,
      description: 'The state of the action.',
      content: z.object({ state: z.string() }),
    },
    faults: { 409: 'It was decided already.' },
  },
  {
    method: 'post',
    path: '/api/documents',
    summary: 'Upload a document; it is read in the background.',
    form: uploadFieldsSchema,
    answer: {
      status: 202,
      description: 'Taken; `unchanged` when the same content was here already.',
      content: z.object({
        id: z.string(),
        versionId: z.string(),
        outcome: z.enum(['created', 'new-version', 'unchanged']),
        isDuplicate: z.boolean(),
      }),
    },
    faults: { 403: 'Not allowed.', 413: 'Too large.', 507: 'The disk is full.' },
  },
  {
    method: 'get',
    path: '/api/documents',
    summary: 'The documents that the caller may read, newest first, page by page.',
    query: {
      limit: 'Documents on a page, at most 500.',
      before: 'What `next` said on the page before.',
      q: 'Words of the title or the file name.',
      status: '`ready`, `unfinished` or `failed`.',
      visibility: '`public`, `staff` or `team:<id>`.',
      source: 'The id of the source that they come from.',
    },
    answer: {
      status: 200,
      description: 'A page; `next` is null on the last one.',
      content: z.object({ documents: z.array(documentViewSchema), next: z.string().nullable() }),
    },
  },
  {
    method: 'get',
    path: '/api/documents/{id}',
    summary: 'A document and how far its reading is.',
    answer: { status: 200, description: 'The document.', content: documentViewSchema },
  },
  {
    method: 'get',
    path: '/api/documents/{id}/text',
    summary: 'What was read in a document, in order, and beside it what is hidden in it.',
    query: { version: 'Number of a version.', page: 'Only this page, slide or sheet.' },
    answer: { status: 200, description: 'Its elements.' },
  },
  {
    method: 'get',
    path: '/api/documents/{id}/log',
    summary: 'What happened to a document while it was read.',
    query: { version: 'Number of a version; the newest when absent.' },
    answer: {
      status: 200,
      description: 'Its log.',
      content: z.object({ entries: z.array(logEntrySchema) }),
    },
  },
  {
    method: 'get',
    path: '/api/documents/{id}/versions',
    summary: 'The versions of a document, newest first.',
    answer: {
      status: 200,
      description: 'Its versions.',
      content: z.object({ versions: z.array(versionViewSchema) }),
    },
  },
  {
    method: 'post',
    path: '/api/documents/{id}/retry',
    summary: 'Have a failed or cancelled document read again.',
    answer: { status: 200, description: 'The document.', content: documentViewSchema },
  },
  {
    method: 'post',
    path: '/api/documents/{id}/cancel',
    summary: 'Stop the reading of a document.',
    answer: { status: 200, description: 'The document.', content: documentViewSchema },
  },
  {
    method: 'patch',
    path: '/api/documents/{id}',
    summary: 'Change a document’s title or who may read it.',
    body: documentChangesSchema,
    answer: { status: 200, description: 'The document.', content: documentViewSchema },
  },
  {
    method: 'delete',
    path: '/api/documents/{id}',
    summary: 'Delete a document; no answer stands on it from then on.',
    answer: {
      status: 200,
      description: 'What there was of it, and what is left: nothing.',
      content: deletionViewSchema,
    },
  },
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
