import { nextProgram } from '@/app/_cli/launcher/build';
import { waitUntilReady } from '@/app/_cli/launcher/wait-until-ready';
import { findUserByEmail } from '@/lib/db/identity/users';
import { freePort } from '@/lib/net/free-port';
import { createApiKey } from '@/lib/operations/create-api-key';
import { createSignInLink } from '@/lib/operations/create-sign-in-link';
import { seedDemoUsers } from '@/lib/operations/seed-demo-users';
import { bundled, typescript } from '@/lib/runtime/typescript';
import { type DeskProcess, startDeskProcess } from './desk-process';
import { testBuild } from './test-build';

const readyLimitMs = 120_000;

type Variables = Record<string, string>;

/** A whole desk for a test file: web server and worker on the test file's own database. */
export interface TestDesk {
  url: string;
  /** `fetch` for a path of this desk. */
  fetch: (path: string, init?: RequestInit) => Promise<Response>;
  /** The address that signs this account in, once. */
  signInLink: (email: string) => Promise<string>;
  /** The `Cookie` header of a browser that has opened this account's sign-in link. */
  signIn: (email: string) => Promise<string>;
  /** A new API key that acts as this account. */
  createKey: (email: string) => Promise<string>;
  stop: () => Promise<void>;
  /** Ends web and worker without a warning, as a power cut would. */
  kill9: () => Promise<void>;
  /** Starts web and worker again on the same database, files and address. */
  restart: (env?: Variables) => Promise<void>;
  /** What the two processes have printed so far. */
  log: () => string;
}

/**
 * Starts web and worker as the launcher does, on the database and data folder of this test file,
 * with the demo users. Call it in `beforeAll` (building and starting takes up to a minute) and `stop` it
 * in `afterAll`; left alone, its processes end with the test file's.
 * @param options.env variables on top of the test's own, e.g. `{MODEL: 'openai:test'}`.
 */
export async function startDesk(options: { env?: Variables } = {}): Promise<TestDesk> {
  const buildDir = await testBuild();
  await seedDemoUsers();
  const port = await freePort();
  const url = `http://localhost:${port}`;
  let processes: DeskProcess[] = [];
  const end = async (signal: 'SIGTERM' | 'SIGKILL') => {
    await Promise.all(processes.map((process) => process.end(signal)));
  };
  const log = () => processes.map((process) => process.output()).join('\n');
  const start = async (more: Variables = {}) => {
    const env = {
      ...process.env,
      NODE_ENV: 'production' as const,
      FRONTDESK_BUILD_DIR: buildDir,
      FRONTDESK_DEMO: '1',
      FRONTDESK_URL: url,
      PORT: String(port),
      LOG_LEVEL: 'warn',
      ...options.env,
      ...more,
    };
    processes = [
      startDeskProcess([...bundled, nextProgram, 'start', '--port', String(port)], env),
      startDeskProcess([...typescript, 'app/_jobs/main.ts'], env),
    ];
    await waitUntilReady(url, readyLimitMs).catch((cause) => {
      throw new Error(`The desk did not become ready.\n${log()}`, { cause });
    });
  };
  await start();
  const signInLink = (email: string) => linkFor(url, email);
  return {
    url,
    log,
    signInLink,
    fetch: (path, init) => fetch(`${url}${path}`, init),
    signIn: async (email) => openSignInLink(await signInLink(email)),
    createKey: async (email) => {
      const { key } = await createApiKey({ userId: await userId(email), name: 'test' });
      return key;
    },
    stop: () => end('SIGTERM'),
    kill9: () => end('SIGKILL'),
    restart: start,
  };
}

async function userId(email: string): Promise<string> {
  const user = await findUserByEmail(email);
  if (!user) throw new Error(`There is no account ${email}: is it one of the demo users?`);
  return user.id;
}

/** The test's own environment names no address; the link is moved to the desk's. */
async function linkFor(url: string, email: string): Promise<string> {
  const link = new URL((await createSignInLink({ email })).url);
  return `${url}${link.pathname}${link.search}`;
}

async function openSignInLink(link: string): Promise<string> {
  const response = await fetch(link, { redirect: 'manual' });
  const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
  if (!cookies.some((cookie) => cookie?.includes('session'))) {
    throw new Error(`The sign-in link gave no session: ${response.status} ${response.url}`);
  }
  return cookies.join('; ');
}
