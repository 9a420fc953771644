/**
 * What PostgreSQL says when two rows want the same time: the slot is booked, another appointment
 * overlaps it, or two appointments want each other's time at the same moment, of which one is
 * given up.
 */
const taken = new Set(['23505', '23P01', '40P01']);

/** Whether a statement failed because somebody else has the time, or just gets it. */
export function isTimeTaken(error: unknown): boolean {
  // The query builder wraps what the driver throws.
  const cause = error instanceof Error && error.cause ? error.cause : error;
  return (
    cause instanceof Error &&
    'code' in cause &&
    typeof cause.code === 'string' &&
    taken.has(cause.code)
  );
}
