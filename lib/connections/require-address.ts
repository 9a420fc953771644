import { AppError } from '@/lib/errors';
import { checkAddress, parseAddress } from '@/lib/net/check-address';
import { FetchError } from '@/lib/net/fetch-error';

/**
 * Looks whether an address that somebody entered may be called. It is looked at again at each call:
 * names may lead elsewhere by then.
 * @throws AppError `address_invalid`, `address_refused`, `address_unknown`
 */
export async function requireAddress(address: string): Promise<void> {
  try {
    await checkAddress(parseAddress(address));
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    const { reason, host } = error;
    if (reason === 'name_unknown') throw new AppError('address_unknown', { host });
    const code = reason === 'address_refused' ? 'address_refused' : 'address_invalid';
    throw new AppError(code, { address: host }, { cause: error });
  }
}
