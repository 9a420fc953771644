import { checkParts, partNames } from './check-parts';

export const dynamic = 'force-dynamic';

/**
 * Ready: every part of the desk serves; 503 names those that do not. Not made with `route()`:
 * it must answer when the database that knows who asks does not.
 */
export async function GET(): Promise<Response> {
  const { states: parts, reasons } = await checkParts();
  const failed = partNames.filter((name) => parts[name] !== 'ok');
  const headers = new Headers({ 'cache-control': 'no-store' });
  if (failed.length === 0) return Response.json({ status: 'ok', failed, parts }, { headers });
  headers.set('retry-after', '2');
  return Response.json({ status: 'unavailable', failed, parts, reasons }, { status: 503, headers });
}
