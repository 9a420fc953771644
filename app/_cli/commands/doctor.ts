import { Command } from 'commander';
import { checkPolicy } from '@/agents/policy/check-policy';
import { policyPath } from '@/agents/policy/current-policy';
import { faultSentence } from '@/agents/policy/policy-fault';
import { checkParts, type PartName, type PartState, partNames } from '@/app/api/ready/check-parts';
import { askReranker, RerankError } from '@/knowledge/rerank/ask-reranker';
import { configuredReranker } from '@/knowledge/rerank/reranker';
import { isUnstructuredUp } from '@/knowledge/unstructured/check-unstructured';
import { configuredServer } from '@/knowledge/unstructured/unstructured-server';
import { listTeams } from '@/lib/db/identity/teams';
import { baseUrl, env } from '@/lib/env';
import { standardTeams } from '@/lib/operations/ensure-teams';
import { describeQdrantTrouble } from '../describe-qdrant-trouble';
import { examineModels } from '../examine-models';
import { print, printJson, printTable } from '../output';
import { runCommand } from '../run-command';

interface Finding {
  part: string;
  state: PartState | 'off';
  /** What it is, or what to do about it. */
  detail: string;
}

const remedies: Record<PartName, (reason?: string) => string> = {
  database: () => 'Check that PostgreSQL runs and that DATABASE_URL is right.',
  worker: () => 'No worker runs, so documents are not read. Start the desk: npm start.',
  index: describeQdrantTrouble,
  files: () => `Make ${env().FRONTDESK_DATA_DIR} writable for this user.`,
};

const descriptions: Record<PartName, () => string> = {
  database: () => (process.env.DATABASE_URL ?? '').replace(/\/\/.*@/, '//'),
  worker: () => 'running',
  index: () => env().QDRANT_URL ?? 'embedded',
  files: () => env().FRONTDESK_DATA_DIR,
};

async function examine(): Promise<Finding[]> {
  const { states, reasons } = await checkParts();
  const parts = partNames.map((part) => ({
    part,
    state: states[part],
    detail: states[part] === 'ok' ? descriptions[part]() : remedies[part](reasons[part]),
  }));
  const outside = await Promise.all([
    examineWeb(),
    examineReader(),
    examineReranker(),
    examinePolicy(),
  ]);
  return [...parts, ...outside, examineEmbeddings(), ...(await examineModels()), examineMail()];
}

async function examineWeb(): Promise<Finding> {
  const url = baseUrl();
  const isUp = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(2000) }).then(
    (response) => response.ok,
    () => false,
  );
  if (isUp) return { part: 'web', state: 'ok', detail: url };
  return { part: 'web', state: 'failed', detail: `${url} does not answer. Start it: npm start.` };
}

/** While the service is down the desk still serves, and documents wait or are read here, as chosen. */
async function examineReader(): Promise<Finding> {
  const server = configuredServer();
  if (!server) return { part: 'reader', state: 'ok', detail: 'embedded' };
  if (await isUnstructuredUp(server)) return { part: 'reader', state: 'ok', detail: server.url };
  const detail = `${server.url} does not answer. Check that Unstructured runs and that UNSTRUCTURED_API_URL is right.`;
  return { part: 'reader', state: 'failed', detail };
}

/** Asked a question: whether the key is right shows only then. While it fails, search does without. */
async function examineReranker(): Promise<Finding> {
  const part = 'reranker';
  const reranker = configuredReranker();
  if (!reranker) return { part, state: 'off', detail: 'Passages keep their order; set RERANKER.' };
  const question = { query: 'opening hours', texts: ['Open from nine to five.', 'Closed.'] };
  try {
    await askReranker(reranker, question, AbortSignal.timeout(5_000));
    return { part, state: 'ok', detail: `${reranker.name} at ${reranker.url}` };
  } catch (error) {
    const reason = error instanceof RerankError ? `answers: ${error.message}` : 'does not answer';
    const detail = `${reranker.url} ${reason}. Check RERANKER, RERANKER_URL and RERANKER_API_KEY.`;
    return { part, state: 'failed', detail };
  }
}

/** A broken file stops the next start; a desk that runs follows the rules of before. */
async function examinePolicy(): Promise<Finding> {
  const part = 'policy';
  const checked = await checkPolicy();
  if ('faults' in checked) {
    const faults = checked.faults.map((fault) => faultSentence(fault, 'en'));
    return { part, state: 'failed', detail: `${policyPath()}: ${faults.join(' ')}` };
  }
  const { rules } = checked.policy;
  const known = new Set([...standardTeams, ...(await listTeams())].map(({ id }) => id));
  const named = rules.flatMap(({ steps }) => steps.flatMap(({ escalate }) => escalate?.team ?? []));
  const unknown = [...new Set(named)].filter((id) => !known.has(id));
  if (unknown.length === 0) return { part, state: 'ok', detail: `${rules.length} rules` };
  const detail = `No team is called ${unknown.join(', ')}: the general one gets its cases. Use one of ${[...known].join(', ')}.`;
  return { part, state: 'failed', detail };
}

function examineEmbeddings(): Finding {
  const { EMBEDDINGS } = env();
  const part = 'embeddings';
  if (EMBEDDINGS !== 'none') return { part, state: 'ok', detail: EMBEDDINGS };
  return { part, state: 'off', detail: 'Passages are found by their words alone; set EMBEDDINGS.' };
}

function examineMail(): Finding {
  if (env().SMTP_URL) return { part: 'mail', state: 'ok', detail: 'SMTP_URL' };
  return { part: 'mail', state: 'off', detail: 'Mails stay in the outbox page; set SMTP_URL.' };
}

async function run(options: { json?: boolean }): Promise<number> {
  const findings = await examine();
  const isHealthy = findings.every(({ state }) => state === 'ok' || state === 'off');
  if (options.json) printJson({ isHealthy, findings });
  else {
    printTable(findings.map(({ part, state, detail }) => [part, state, detail]));
    print('', isHealthy ? 'Everything serves.' : 'Some parts need a hand.');
  }
  return isHealthy ? 0 : 1;
}

/** `doctor`: the state of every part, and what to do. */
export function doctorCommand(): Command {
  return new Command('doctor')
    .description('the state of every part, and what to do')
    .option('--json', 'print JSON')
    .action((options) => runCommand(options, () => run(options)));
}
