import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { CommandProblem } from '../command-problem';

/** A file of a backup, by its path inside it, and what it must be. */
const partSchema = z.object({
  path: z.string().regex(/^(?!.*\.\.)[\w.-]+(\/[\w.-]+)?$/),
  bytes: z.number(),
  sha256: z.string(),
});
export type BackupPart = z.infer<typeof partSchema>;

/** Paths inside a backup. */
export const backupPaths = {
  manifest: 'manifest.json',
  secret: 'auth-secret',
  index: 'index.snapshot',
  table: (name: string) => `database/${name}.copy.gz`,
  file: (id: string) => `files/${id}`,
} as const;

const manifestSchema = z
  .object({
    format: z.literal(1),
    /** The Frontdesk that made it. */
    version: z.string(),
    madeAt: z.iso.datetime(),
    /** The last migration of its database: only the same tables take its rows. */
    schema: z.number(),
    tables: z.array(z.object({ name: z.string(), columns: z.string(), rows: z.number() })),
    parts: z.array(partSchema),
  })
  // Only what stands among the parts is checked before it is read.
  .refine(({ tables, parts }) => {
    const paths = new Set(parts.map(({ path }) => path));
    return tables.every(({ name }) => paths.has(backupPaths.table(name)));
  });
/** What a backup holds; written last, so that a folder without it is no backup. */
export type Manifest = z.infer<typeof manifestSchema>;

const packageSchema = z.object({ version: z.string() });

/** The version of this Frontdesk. */
export async function productVersion(): Promise<string> {
  return packageSchema.parse(JSON.parse(await readFile('package.json', 'utf8'))).version;
}

export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  await writeFile(path.join(folder, backupPaths.manifest), text, { mode: 0o600 });
}

/** @throws CommandProblem when the folder is no backup, or not a complete one */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(path.join(folder, backupPaths.manifest), 'utf8').catch(() => {
    throw new CommandProblem(
      `There is no complete backup in ${folder}: its ${backupPaths.manifest}, which is written last, cannot be read. Use another backup.`,
    );
  });
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch {
    throw new CommandProblem(
      `The ${backupPaths.manifest} in ${folder} is damaged, or of a newer Frontdesk. Use another backup, or that version.`,
    );
  }
}
