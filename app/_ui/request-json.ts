import { z } from 'zod';

const faultSchema = z.object({ error: z.object({ code: z.string(), message: z.string() }) });

/** The server refused a request; `message` is its sentence for people, in their language. */
export class RequestError extends Error {
  override name = 'RequestError';

  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, sentence: string) {
    super(sentence);
    this.status = status;
    this.code = code;
  }
}

/** Reads `{error: {code, message}}`; null when the text is not of that shape. */
export function readFault(text: string): { code: string; message: string } | null {
  try {
    return faultSchema.parse(JSON.parse(text)).error;
  } catch {
    return null;
  }
}

/**
 * Calls the desk's own API and checks what comes back.
 * @throws RequestError with the server's sentence; TypeError when the server cannot be reached.
 */
export async function requestJson<S extends z.ZodType>(
  schema: S,
  url: string,
  init?: RequestInit,
): Promise<z.output<S>> {
  const response = await fetch(url, init);
  const text = await response.text();
  if (response.ok) return schema.parse(text === '' ? undefined : JSON.parse(text));
  const fault = readFault(text);
  throw new RequestError(response.status, fault?.code ?? 'unknown', fault?.message ?? '');
}

/** A POST of a JSON body. */
export function jsonBody(body: object): RequestInit {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
}
