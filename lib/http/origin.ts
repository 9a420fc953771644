import { isIP } from 'node:net';
import { baseUrl, type Env, env } from '@/lib/env';
import { AppError } from '@/lib/errors';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses changes that another site's page asks for with this site's cookies. A request without
 * an Origin header does not come from a page; one with an API key carries no cookie authority
 * (a browser adds `Basic` credentials by itself, never `Bearer` ones).
 * @throws AppError `wrong_origin`
 */
export function requireSameOrigin(
  request: Request,
  settings: Pick<Env, 'FRONTDESK_URL' | 'PORT'> = env(),
): void {
  if (safeMethods.has(request.method)) return;
  const origin = request.headers.get('origin');
  if (!origin || request.headers.get('authorization')?.startsWith('Bearer ')) return;
  const host = request.headers.get('host');
  if (origin === new URL(baseUrl(settings)).origin) return;
  // A page of unknown origin says `null`, which is nobody's host.
  const page = URL.canParse(origin) ? new URL(origin) : null;
  if (page?.host === host && (!settings.FRONTDESK_URL || isOwnName(page.hostname))) return;
  throw new AppError('wrong_origin');
}

/**
 * Where it is known by which address people come, no other name is believed: whoever owns one can
 * have it lead here. Addresses in figures, and this machine's own name, are nobody's to lead.
 */
function isOwnName(hostname: string): boolean {
  return hostname === 'localhost' || isIP(hostname.replace(/^\[|\]$/g, '')) !== 0;
}
