import { z } from 'zod';
import { citedPassageSchema, readablePassageSchema } from '@/lib/shared/chunks';
import { deletionViewSchema } from '@/lib/shared/deletions';
import {
  documentChangesSchema,
  documentViewSchema,
  uploadFieldsSchema,
  versionViewSchema,
} from '@/lib/shared/documents';
import { logEntrySchema } from '@/lib/shared/ingestion-log';
import type { PublicOperation } from './public-operation';

/** What can be done with documents, and with what answers cite of them. */
export const documentOperations: PublicOperation[] = [
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
    method: 'get',
    path: '/api/documents/{id}/passages',
    summary: 'What a document says, as answers are taken from it, in reading order.',
    query: {
      page: 'Only this page, slide or sheet.',
      from: 'The place of the first passage, as `next` said.',
      limit: 'Passages at once, at most 200.',
    },
    answer: {
      status: 200,
      description: 'Passages; `next` is null at the end.',
      content: z.object({ passages: z.array(readablePassageSchema), next: z.number().nullable() }),
    },
  },
  {
    method: 'get',
    path: '/api/documents/{id}/pages/{page}',
    summary: 'A page of a PDF or picture file as it looks.',
    query: { version: 'Number of a version, for staff; the one that answers when absent.' },
    answer: { status: 200, description: 'The page.', content: 'image/png' },
    faults: { 503: 'Too many pages are being drawn.' },
  },
  {
    method: 'get',
    path: '/api/citations/{chunkId}',
    summary: 'The passage behind a citation, with what stands around it and its place on its page.',
    query: {
      quote: 'The quoted words, to learn on which lines they stand.',
      document: 'The cited document: the fault `passage_gone` tells that it no longer says this.',
    },
    answer: { status: 200, description: 'The passage.', content: citedPassageSchema },
  },
  {
    method: 'get',
    path: '/api/citations/{chunkId}/page',
    summary: 'The page of a PDF or picture file on which a cited passage stands, as it looks.',
    answer: { status: 200, description: 'The page.', content: 'image/png' },
    faults: { 503: 'Too many pages are being drawn.' },
  },
];
