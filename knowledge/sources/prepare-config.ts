import type { Principal } from '@/lib/auth/principal';
import { AppError } from '@/lib/errors';
import { connectors } from './connectors';

/**
 * A config as it is kept, once its connector has looked at what it names.
 * @param principal null for the command line, which may name any folder
 * @throws AppError `invalid_request` for another kind or shape, and what the connector finds wrong
 */
export async function prepareConfig(
  principal: Principal | null,
  kind: string,
  config: unknown,
): Promise<Record<string, unknown>> {
  const connector = Object.hasOwn(connectors, kind) ? connectors[kind] : undefined;
  if (!connector) {
    const known = Object.keys(connectors).join(', ');
    throw new AppError('invalid_request', { detail: `kind: ${known}` });
  }
  const parsed = connector.config.safeParse(config);
  if (parsed.success) return connector.prepare(config, { isServerOwner: principal === null });
  const [issue] = parsed.error.issues;
  const place = ['config', ...(issue?.path ?? [])].join('.');
  throw new AppError('invalid_request', { detail: `${place}: ${issue?.message ?? ''}` });
}
