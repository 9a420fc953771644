import { notFound } from 'next/navigation';
import { AppError } from '@/lib/errors';

/** What a page reads, or the not-found page where it is not there or not the reader's to see. */
export async function orNotFound<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof AppError && error.code === 'not_found') notFound();
    throw error;
  }
}
