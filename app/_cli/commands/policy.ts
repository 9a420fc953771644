import path from 'node:path';
import { Command } from 'commander';
import { checkPolicy } from '@/agents/policy/check-policy';
import { policyPath } from '@/agents/policy/current-policy';
import { faultSentence } from '@/agents/policy/policy-fault';
import { complain } from '../launcher/terminal';
import { print, printJson } from '../output';

/** Needs no database: the file is all it looks at. */
async function check(file: string | undefined, options: { json?: boolean }): Promise<void> {
  if (file !== undefined) process.env.FRONTDESK_POLICY = path.resolve(file);
  const checked = await checkPolicy();
  const faults = 'faults' in checked ? checked.faults : [];
  const rules = 'policy' in checked ? checked.policy.rules : [];
  process.exitCode = faults.length === 0 ? 0 : 1;
  if (options.json) {
    printJson({
      file: policyPath(),
      rules: rules.map(({ name, line }) => ({ name, line })),
      faults: faults.map((fault) => ({ ...fault, message: faultSentence(fault, 'en') })),
    });
  } else if (faults.length === 0) print(`${policyPath()} has ${rules.length} rules and no fault.`);
  else {
    const sentences = faults.map((fault) => faultSentence(fault, 'en'));
    complain(`${policyPath()} needs a change:\n${sentences.join('\n')}`);
  }
}

/** `policy check`: whether the rules of the dialogue policy hold, before anybody meets them. */
export function policyCommand(): Command {
  const checking = new Command('check')
    .description('say everything that is wrong with the policy file, by line and column')
    .argument('[file]', 'another file than that of FRONTDESK_POLICY')
    .option('--json', 'print one JSON object')
    .action(check);
  return new Command('policy').description('look after the dialogue policy').addCommand(checking);
}
