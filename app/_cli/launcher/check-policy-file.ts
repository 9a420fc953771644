import { checkPolicy } from '@/agents/policy/check-policy';
import { policyPath } from '@/agents/policy/current-policy';
import { faultSentence } from '@/agents/policy/policy-fault';
import { StartProblem } from './start-problem';

/** @throws StartProblem naming every fault of the policy file: a desk starts with rules that hold. */
export async function checkPolicyFile(): Promise<void> {
  const checked = await checkPolicy();
  if ('policy' in checked) return;
  const faults = checked.faults.map((fault) => `  ${faultSentence(fault, 'en')}`);
  throw new StartProblem(`The policy file ${policyPath()} needs a change:\n${faults.join('\n')}`);
}
