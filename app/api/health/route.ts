/** Alive: the web process answers. Needs nothing else, so that it tells that apart from the rest. */
export function GET(): Response {
  return Response.json({ status: 'ok' }, { headers: { 'cache-control': 'no-store' } });
}
