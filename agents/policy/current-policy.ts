import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { env } from '@/lib/env';
import { log } from '@/lib/log';
import { processGlobal } from '@/lib/process-global';
import { systemCode } from '@/lib/system-code';
import { type ParsedPolicy, type Policy, parsePolicy } from './parse-policy';
import { faultSentence, type PolicyFault } from './policy-fault';

/** The policy that is followed, and what is wrong with its file if that was changed for the worse. */
export interface PolicyNow {
  policy: Policy;
  faults: PolicyFault[];
}

const nothing: Policy = { rules: [], match: () => [] };

const held = () =>
  processGlobal('policy', (): PolicyNow & { stamp: string } => ({
    policy: nothing,
    faults: [],
    stamp: '',
  }));

/** Where the policy file lies; a relative path starts at the root of the product. */
export function policyPath(): string {
  // The bundler must not trace the whole root for this path.
  return path.resolve(/* turbopackIgnore: true */ process.cwd(), env().FRONTDESK_POLICY);
}

/**
 * The policy as its file says it now: every call looks whether the file has changed, which takes
 * a few microseconds. A file that is broken changes nothing, and is said to be.
 */
export function currentPolicy(specialists: readonly string[]): PolicyNow {
  const now = held();
  const stamp = stampOf(policyPath());
  if (stamp === now.stamp) return now;
  now.stamp = stamp;
  const read = readPolicyFile(specialists);
  if ('policy' in read) {
    now.policy = read.policy;
    now.faults = [];
    log().info({ event: 'policy-loaded', rules: read.policy.rules.length });
  } else {
    now.faults = read.faults;
    const faults = read.faults.map((fault) => faultSentence(fault, 'en'));
    log().error({ event: 'policy-broken', faults }, 'the policy of before is kept');
  }
  return now;
}

/** Tells one content of the file from another without reading it. */
function stampOf(file: string): string {
  try {
    const { mtimeNs, size, ino } = statSync(file, { bigint: true });
    return `${mtimeNs} ${size} ${ino}`;
  } catch (error) {
    // Reading it will say the same, as a fault with its sentence.
    return `unreadable ${systemCode(error)}`;
  }
}

/** Reads the policy file as it is. @param specialists those that rules may name */
export function readPolicyFile(specialists?: readonly string[]): ParsedPolicy {
  try {
    return parsePolicy(readFileSync(policyPath(), 'utf8'), specialists);
  } catch (error) {
    const values = { file: policyPath(), reason: systemCode(error) };
    return { faults: [{ line: 1, column: 1, code: 'unreadable', values }] };
  }
}
