import path from 'node:path';
import { closeDatabase } from '@/lib/db/client';
import { baseUrl, EnvError } from '@/lib/env';
import { closeQueue } from '@/lib/queue';
import { buildIfChanged } from './launcher/build';
import { checkDataDir } from './launcher/check-data-dir';
import { checkPolicyFile } from './launcher/check-policy-file';
import { checkPort } from './launcher/check-port';
import { startDesk } from './launcher/desk';
import { takeLauncherLock } from './launcher/launcher-lock';
import { openDatabase } from './launcher/open-database';
import { readEnvironment, writeEnvironment } from './launcher/prepare-environment';
import { seedDemo } from './launcher/seed-demo';
import { showMails } from './launcher/show-mails';
import { showSignIn } from './launcher/sign-in-links';
import { StartProblem } from './launcher/start-problem';
import { bold, complain, dim, say, step } from './launcher/terminal';
import { untilStopped } from './launcher/until-stopped';
import { waitUntilReady } from './launcher/wait-until-ready';

const readyLimitMs = 90_000;

/** The launcher behind `npm start`: brings up the whole desk, and down again. */
async function main(): Promise<void> {
  const isDev = process.argv.includes('--dev');
  const stopped = untilStopped();
  const env = await readEnvironment();
  const dataDir = env.FRONTDESK_DATA_DIR;
  const address = baseUrl(env);
  await checkPolicyFile();
  await checkDataDir(dataDir);
  await takeLauncherLock(dataDir, { address, port: env.PORT });
  await checkPort(env.PORT);

  say();
  say(bold('Frontdesk'));
  say();
  const database = await step(
    'database',
    () => openDatabase(env.DATABASE_URL, dataDir),
    ({ isEmbedded }) => (isEmbedded ? 'embedded PostgreSQL' : 'PostgreSQL of DATABASE_URL'),
  );
  try {
    const isDemo = env.FRONTDESK_DEMO ?? database.isEmbedded;
    writeEnvironment({ databaseUrl: database.url, isDemo });
    if (isDemo) await seedDemo();
    if (!isDev) {
      await step(
        'build',
        () => buildIfChanged(process.env.FRONTDESK_BUILD_DIR ?? '.next'),
        (isNew) => (isNew ? 'made' : 'up to date'),
      );
    }
    const desk = startDesk({ port: env.PORT, dataDir, isDev });
    try {
      const isReady = step(
        'desk',
        () => waitUntilReady(`http://127.0.0.1:${env.PORT}`, readyLimitMs),
        () => 'web and worker are ready',
      );
      if ((await Promise.race([isReady, stopped])) === undefined) {
        say();
        say(`Open  ${bold(address)}`);
        say(dim(`Logs  ${path.relative(process.cwd(), path.join(dataDir, 'logs')) || dataDir}`));
        say(dim('Stop  Ctrl-C'));
        say();
        await showSignIn(isDemo);
        await showMails();
        await stopped;
      }
    } finally {
      await desk.stop();
    }
  } finally {
    await closeQueue();
    await closeDatabase();
    await database.close();
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    complain(explain(error));
    process.exit(1);
  },
);

/** A sentence for what was foreseen, the whole trace for what was not. */
function explain(error: unknown): string {
  if (error instanceof StartProblem || error instanceof EnvError) return error.message;
  if (error instanceof Error) return error.stack ?? error.message;
  return String(error);
}
