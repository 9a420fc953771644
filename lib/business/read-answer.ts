import { z } from 'zod';
import type { GuardedAnswer } from '@/lib/net/guarded-request';
import type { BusinessAnswer } from './business-answer';

/** Statuses that say «not now», not «no». */
const passing = new Set([408, 425, 429]);
const longestMessage = 500;

const codeSchema = z.looseObject({ code: z.string().regex(/^[a-z_]{1,60}$/) });
const messageSchema = z.looseObject({
  detail: z.string().optional(),
  message: z.string().optional(),
  title: z.string().optional(),
  error: z.union([z.string(), z.looseObject({ message: z.string() })]).optional(),
});

/** What an answer of a business API says. A redirect says nothing: it is not followed. */
export function readAnswer<T>(
  { status, headers, text }: GuardedAnswer,
  response: z.ZodType<T>,
): BusinessAnswer<T> {
  if (status >= 500 || passing.has(status)) return unavailable('server_error');
  const body = readBody(text, headers['content-type']);
  if (status >= 200 && status < 300) {
    if (body === undefined) return unavailable('not_json');
    const parsed = response.safeParse(body);
    return parsed.success ? { outcome: 'ok', data: parsed.data } : unavailable('unexpected');
  }
  if (status < 400) return unavailable('unexpected');
  const code = codeSchema.safeParse(body).data?.code;
  return { outcome: 'refused', status, code, message: messageOf(body) };
}

function unavailable(reason: 'server_error' | 'not_json' | 'unexpected') {
  return { outcome: 'unavailable', reason } as const;
}

function messageOf(body: unknown): string | undefined {
  const { detail, message, title, error } = messageSchema.safeParse(body).data ?? {};
  const inner = typeof error === 'string' ? error : error?.message;
  return (detail ?? message ?? inner ?? title)?.slice(0, longestMessage);
}

/** JSON, plain text, or null for nothing; undefined for anything else, such as a page for people. */
function readBody(text: string, type = ''): unknown {
  if (text.trim() === '') return null;
  if (/^text\/plain\b/i.test(type)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
