/**
 * What PostgreSQL says when two rows want the same time: the slot is booked, another appointment
 * overlaps it, or two appointments want each other's time at the same moment, of which one is
 * given up.
 */
const timeTaken = new Set(['23505', '23P01', '40P01']);
const missingReference = '23503';

/** Whether a statement failed because somebody else has the time, or just gets it. */
export function isTimeTaken(error: unknown): boolean {
  return timeTaken.has(codeOf(error));
}

/** Whether a statement failed because what it names is not there, as an account nobody has. */
export function isReferenceMissing(error: unknown): boolean {
  return codeOf(error) === missingReference;
}

/** Whether PostgreSQL cannot store a value at all: a text with a zero byte, a number too large. */
export function isUnstorable(error: unknown): boolean {
  return /^(?:22|54)/.test(codeOf(error));
}

/** The five characters by which PostgreSQL classes a fault; empty for any other. */
function codeOf(error: unknown): string {
  // The query builder wraps what the driver throws.
  const cause = error instanceof Error && error.cause ? error.cause : error;
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string'
    ? cause.code
    : '';
}
