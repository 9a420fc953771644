import { z } from 'zod';
import { readCommandList } from '@/lib/mcp/command-list';
import { readPriceList } from '@/lib/models/price-list';
import { outsideModelName } from '@/lib/models/providers';
import { parseAllowedHost } from '@/lib/net/allowed-hosts';

// What the values of environment variables may be, each with what to write instead.

export const modelName = z
  .string()
  .refine(
    (name) => name === 'builtin' || outsideModelName.test(name),
    'use builtin, openai:<name>, anthropic:<name> or ollama:<name>',
  );

export const modelNames = z
  .string()
  .transform((value) => value.split(',').map((name) => name.trim()))
  .pipe(z.array(modelName));

/** Seconds, with fractions. */
export const seconds = z.coerce.number().positive();

export const embeddingsName = z
  .string()
  .regex(/^(none|(openai|ollama):.+)$/, 'use none, openai:<name> or ollama:<name>');

export const rerankerName = z
  .string()
  .regex(/^(none|tei|(cohere|jina):.+)$/, 'use none, cohere:<model>, jina:<model> or tei');

export const flag = z
  .enum(['0', '1', 'true', 'false'])
  .transform((value) => value === '1' || value === 'true');

export const list = z.string().transform((value) =>
  value
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== ''),
);

export const count = z.coerce.number().int().positive();

export const allowedHosts = list.transform((entries, context) =>
  entries.flatMap((entry) => {
    const host = parseAllowedHost(entry);
    if (host) return [host];
    context.addIssue(`${entry}: use host, host:port, an IP address or a range like 10.0.0.0/8`);
    return [];
  }),
);

/** JSON, or the name of a file of it, as its reader understands it. */
const readBy = <T>(read: (source: string) => T) =>
  z.string().transform((source, context) => {
    try {
      return read(source);
    } catch (error) {
      context.addIssue(`use JSON, or a file of JSON, as the README shows: ${messageOf(error)}`);
      return z.NEVER;
    }
  });

export const prices = readBy(readPriceList);

export const commands = readBy(readCommandList);

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

export const folders = list.refine(
  (paths) => paths.every((path) => /^(\/|[a-z]:[\\/])/i.test(path)),
  'use absolute paths',
);

/** A server whose key has a variable of its own. */
export const addressWithKey = (key: string) =>
  z
    .url({ protocol: /^https?$/, error: 'use an address that begins with http:// or https://' })
    .refine((url) => !/^\w+:\/\/[^/]*@/.test(url), `leave the account out, and set ${key}`);

export const headerKey = z
  .string()
  .regex(/^[\x21-\x7e]+$/, 'use letters, digits and punctuation only, without spaces');
