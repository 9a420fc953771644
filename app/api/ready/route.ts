import { checkParts } from '@/lib/operations/check-parts';

export const dynamic = 'force-dynamic';

/** Ready: every part of the desk serves. 503 names those that do not. */
export async function GET(): Promise<Response> {
  const parts = await checkParts();
  const failed = Object.keys(parts).filter((name) => parts[name] !== 'ok');
  const body = { status: failed.length === 0 ? 'ok' : 'unavailable', failed, parts };
  const headers = new Headers({ 'cache-control': 'no-store' });
  if (failed.length > 0) headers.set('retry-after', '2');
  return Response.json(body, { status: failed.length === 0 ? 200 : 503, headers });
}
