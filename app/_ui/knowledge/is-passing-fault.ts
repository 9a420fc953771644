import { RequestError } from '@/app/_ui/request-json';

/** Answers that say «not now» rather than «no». */
const passingStatuses = [429, 502, 503, 504];

/** Whether the desk could not be reached, or was busy: the same request may succeed later. */
export function isPassingFault(fault: unknown): boolean {
  if (fault instanceof RequestError) return passingStatuses.includes(fault.status);
  return fault instanceof TypeError;
}
