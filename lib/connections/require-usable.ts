import { AppError } from '@/lib/errors';
import { argumentSchema } from '@/lib/json-schema/check-arguments';

/**
 * Holds that an operation can be used: that nothing is wrong with its description, and that its
 * arguments can be checked before they are sent.
 * @throws AppError `tool_unusable`
 */
export function requireUsable({
  problem,
  input,
}: {
  problem?: string;
  input: Record<string, unknown>;
}): void {
  if (problem) throw new AppError('tool_unusable', { problem });
  try {
    argumentSchema(input);
  } catch (cause) {
    throw new AppError('tool_unusable', { problem: 'bad_schema' }, { cause });
  }
}
