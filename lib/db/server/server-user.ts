import { type ChildProcess, execFile, type SpawnOptions, spawn } from 'node:child_process';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const name = 'postgres';

/** Under which user the embedded server runs, and how its programs are called. */
export interface ServerUser {
  /** Owner of the server's files; absent when it runs as ourselves. */
  ids?: { uid: number; gid: number };
  /** Runs one of the server's programs to its end and returns what it printed. */
  run: (program: string, args: string[]) => Promise<string>;
  /** Starts one of the server's programs. */
  spawn: (program: string, args: string[], options: SpawnOptions) => ChildProcess;
}

/**
 * PostgreSQL refuses to run as root. Root therefore runs it as the user `postgres`, made when
 * missing; where that user cannot enter the folders (a clone under a private home), it gets the
 * one right to pass them. Everyone else runs it as themselves.
 * @param paths what the server must reach: its programs and its data.
 * @throws Error saying what to do when the folders cannot be entered.
 */
export async function findServerUser(paths: string[]): Promise<ServerUser> {
  if (process.getuid?.() !== 0) return callAs([], {});
  const ids = await requirePostgresUser();
  const closed = (await Promise.all(paths.map((item) => findClosedFolder(item, ids)))).find(
    Boolean,
  );
  if (!closed) return { ids, ...callAs([], ids) };
  const prefix = [
    'setpriv',
    `--reuid=${ids.uid}`,
    `--regid=${ids.gid}`,
    '--clear-groups',
    '--inh-caps=+dac_override',
    '--ambient-caps=+dac_override',
  ];
  const user = { ids, ...callAs(prefix, {}) };
  await user.run('true', []).catch((cause) => {
    throw new Error(
      `As root, the embedded database runs as the user "${name}", which cannot enter ${closed}. ` +
        `Allow it (chmod o+x ${closed}), or set FRONTDESK_DATA_DIR and clone to folders it can enter.`,
      { cause },
    );
  });
  return user;
}

function callAs(
  prefix: string[],
  ids: { uid?: number; gid?: number },
): Pick<ServerUser, 'run' | 'spawn'> {
  // The current folder may be one that the user cannot enter.
  const options = { cwd: path.parse(process.cwd()).root, ...ids };
  const command = (program: string, args: string[]): [string, string[]] => {
    const [first = program, ...rest] = [...prefix, program, ...args];
    return [first, rest];
  };
  return {
    run: async (program, args) => (await run(...command(program, args), options)).stdout,
    spawn: (program, args, more) => spawn(...command(program, args), { ...options, ...more }),
  };
}

/** The user that root runs the server as, made when missing. */
export async function requirePostgresUser(): Promise<{ uid: number; gid: number }> {
  const id = async (flag: string) => Number((await run('id', [flag, name])).stdout);
  try {
    return { uid: await id('-u'), gid: await id('-g') };
  } catch {
    // There is no such user yet: make one that cannot log in.
    await run('useradd', ['--system', '--user-group', '--no-create-home', name]);
    return { uid: await id('-u'), gid: await id('-g') };
  }
}

/** The first folder on the way to `target` that the user may not enter. */
export async function findClosedFolder(
  target: string,
  ids: { uid: number; gid: number },
): Promise<string | undefined> {
  const { root } = path.parse(target);
  const names = path.dirname(target).slice(root.length).split(path.sep).filter(Boolean);
  const folders = names.map((_, index) => path.join(root, ...names.slice(0, index + 1)));
  for (const folder of folders) {
    const { mode, uid, gid } = await stat(folder);
    const needed = uid === ids.uid ? 0o100 : gid === ids.gid ? 0o010 : 0o001;
    if ((mode & needed) === 0) return folder;
  }
  return undefined;
}
