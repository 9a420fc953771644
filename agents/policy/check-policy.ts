import { readPolicyFile } from './current-policy';
import type { ParsedPolicy } from './parse-policy';

/**
 * Reads the policy file as it is, and says everything that is wrong with it. Specialists are looked
 * up only where a rule names one, for they bring half of the product with them.
 */
export async function checkPolicy(): Promise<ParsedPolicy> {
  const read = readPolicyFile();
  const namesNone = 'policy' in read && !read.policy.rules.some(namesSpecialist);
  if (namesNone) return read;
  const { specialists } = await import('@/agents/registry');
  return readPolicyFile(specialists.map(({ name }) => name));
}

function namesSpecialist({ steps }: { steps: { goto?: unknown }[] }): boolean {
  return steps.some(({ goto }) => goto !== undefined);
}
