import { AppError } from '@/lib/errors';
import { checkAddress, parseAddress } from '@/lib/net/check-address';
import { FetchError } from '@/lib/net/fetch-error';
import { pageKey } from './web-item';

/**
 * An address of the web that somebody entered, as it is kept.
 * @throws AppError `address_invalid`, `address_refused`, `address_unknown`
 */
export async function requireWebAddress(given: string): Promise<string> {
  try {
    const url = parseAddress(given);
    await checkAddress(url);
    return pageKey(url.href);
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    if (error.reason === 'name_unknown')
      throw new AppError('address_unknown', { host: error.host });
    const code = error.reason === 'address_refused' ? 'address_refused' : 'address_invalid';
    throw new AppError(code, { address: given.slice(0, 200) });
  }
}
