import { InvalidArgumentError } from 'commander';
import { type Visibility, visibilitySchema } from '@/lib/auth/visibility';

export const visibilityDescription = 'public, staff or team:<id>';

/** Who may see a document, as an option names it. @throws InvalidArgumentError */
export function parseVisibility(value: string): Visibility {
  const parsed = visibilitySchema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new InvalidArgumentError(`Use ${visibilityDescription}.`);
}
