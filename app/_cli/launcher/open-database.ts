import { findEmbedded, startEmbedded } from '@/lib/db/server/embedded';
import { migrate } from '@/lib/db/server/migrate';
import { StartProblem } from './start-problem';

const name = 'frontdesk';

/** A migrated database that is ready to be used. */
export interface OpenDatabase {
  url: string;
  isEmbedded: boolean;
  /** Whether other programs are connected to the embedded server. */
  isShared: () => Promise<boolean>;
  /** Stops the embedded server; leaves one's own PostgreSQL alone. */
  close: () => Promise<void>;
}

/**
 * The database of `DATABASE_URL`, or the embedded one of the data directory, started when it
 * does not run; migrated to this version.
 * @throws StartProblem with a sentence about what to do: unreachable, or made by a newer version.
 */
export async function openDatabase(
  databaseUrl: string | undefined,
  dataDir: string,
): Promise<OpenDatabase> {
  if (databaseUrl) {
    await migrate(databaseUrl).catch(explain);
    return {
      url: databaseUrl,
      isEmbedded: false,
      isShared: async () => true,
      close: async () => undefined,
    };
  }
  const running = await findEmbedded(dataDir);
  const server = running ?? (await startEmbedded(dataDir).catch(explain));
  try {
    await server.ensureDatabase(name);
    await migrate(server.url(name));
  } catch (error) {
    if (!running) await server.stop();
    explain(error);
  }
  return {
    url: server.url(name),
    isEmbedded: true,
    isShared: server.isShared,
    close: server.stop,
  };
}

const unreachable = ['ECONNREFUSED', 'ENOTFOUND', 'CONNECT_TIMEOUT', 'EAI_AGAIN'];

/** What was foreseen carries its sentence already; a database that does not answer needs one. */
function explain(cause: unknown): never {
  if (!(cause instanceof Error)) throw cause;
  const code = String((cause as NodeJS.ErrnoException).code);
  if (!unreachable.includes(code)) throw new StartProblem(cause.message, { cause });
  throw new StartProblem(
    `The database at DATABASE_URL cannot be reached (${code}). Check that it runs and that the address is right, or unset DATABASE_URL to use the embedded one.`,
    { cause },
  );
}
