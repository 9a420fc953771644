import type { z } from 'zod';

/** What an answer may be, where it is not JSON. */
type MediaType = 'text/event-stream' | 'image/png' | 'text/calendar';

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
  answer: { status: number; description: string; content?: z.ZodType | MediaType };
  /** Other statuses than 400 for a wrong request and 404 for what is not there. */
  faults?: Record<number, string>;
}
