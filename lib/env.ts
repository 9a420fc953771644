import { z } from 'zod';
import {
  addressWithKey,
  allowedHosts,
  commands,
  count,
  embeddingsName,
  flag,
  folders,
  headerKey,
  list,
  rerankerName,
} from '@/lib/env-values';
import { modelVariables } from '@/lib/model-variables';

/**
 * Every environment variable that Frontdesk reads, with its meaning. README's table is tested
 * against this schema. All are optional: with none set, everything runs embedded.
 */
export const envSchema = z
  .object({
    PORT: z.coerce
      .number()
      .int()
      .min(0)
      .max(65535)
      .default(3000)
      .describe('Port of the web server.'),
    FRONTDESK_DATA_DIR: z
      .string()
      .default('.data')
      .describe('Where the embedded database, uploaded files and generated secrets live.'),
    FRONTDESK_URL: z
      .url()
      .optional()
      .describe(
        'The address people use, when it is not http://localhost:<PORT>. Pages of no other name may change anything then (this machine by its number or as `localhost` may).',
      ),
    FRONTDESK_DEMO: flag
      .optional()
      .describe('Seed and serve the demo company. On by default only on the embedded database.'),
    AUTH_SECRET: z
      .string()
      .min(32, 'use at least 32 characters')
      .optional()
      .describe('Signs cookies and tokens. Made and kept in the data directory when absent.'),
    AUTH_OIDC_ISSUER: z
      .url()
      .optional()
      .describe(
        'Issuer of an OpenID Connect provider for sign-in. Register /api/auth/callback/oidc there as the address to return to.',
      ),
    AUTH_OIDC_ID: z.string().optional().describe('Client id at the OpenID Connect provider.'),
    AUTH_OIDC_SECRET: z
      .string()
      .optional()
      .describe('Client secret at the OpenID Connect provider.'),
    SMTP_URL: z
      .string()
      .optional()
      .describe(
        'Mail server for sign-in links, smtp://user:password@host:port. Without it mails stay in the outbox page.',
      ),
    SMTP_FROM: z.string().default('Frontdesk <frontdesk@localhost>').describe('Sender of mails.'),
    DATABASE_URL: z
      .string()
      .optional()
      .describe(
        'PostgreSQL 15 or later, as a role that owns the database. Without it an embedded one is started.',
      ),
    QDRANT_URL: z
      .url()
      .optional()
      .describe('Qdrant server for the index. Without it the embedded index is used.'),
    QDRANT_API_KEY: z.string().optional().describe('API key of the Qdrant server.'),
    QDRANT_QUANTIZATION: z
      .enum(['none', 'scalar', 'binary'])
      .default('none')
      .describe(
        'Keep shortened copies of embeddings in memory: scalar (a quarter of the size) or binary (a thirty-second, for 1,024 dimensions and more). The best are compared whole again.',
      ),
    QDRANT_ON_DISK: list
      .refine(
        (parts): parts is ('vectors' | 'sparse' | 'payload')[] =>
          parts.every((part) => /^(vectors|sparse|payload)$/.test(part)),
        'use vectors, sparse and payload, separated by commas',
      )
      .optional()
      .describe(
        'What Qdrant reads from disk rather than from memory, separated by commas: vectors (embeddings), sparse (the index of words), payload.',
      ),
    QDRANT_SHARDS: count
      .optional()
      .describe(
        'Parts that a new collection is cut into; one per node of the cluster when absent.',
      ),
    QDRANT_REPLICAS: count.default(1).describe('Copies of each part, on as many nodes.'),
    QDRANT_WRITE_CONSISTENCY: count
      .optional()
      .describe('Copies that must hold a change before it counts. Most of them when absent.'),
    UNSTRUCTURED_API_URL: addressWithKey('UNSTRUCTURED_API_KEY')
      .optional()
      .describe('Unstructured server that reads documents. Without it the desk reads them itself.'),
    UNSTRUCTURED_API_KEY: headerKey.optional().describe('API key of the Unstructured server.'),
    ...modelVariables,
    EMBEDDINGS: embeddingsName
      .default('none')
      .describe('Embedding model beside lexical search: none, openai:<name>, ollama:<name>.'),
    RERANKER: rerankerName
      .default('none')
      .describe(
        'Model that puts the best passages in order: none, cohere:<model>, jina:<model> (also vLLM), tei.',
      ),
    RERANKER_URL: addressWithKey('RERANKER_API_KEY')
      .optional()
      .describe(
        "Address of the reranker. The provider's own for cohere: and jina:, needed for tei.",
      ),
    RERANKER_API_KEY: headerKey.optional().describe('API key of the reranker.'),
    MAX_UPLOAD_MB: z.coerce
      .number()
      .int()
      .positive()
      .default(50)
      .describe('Largest document that may be uploaded, in megabytes.'),
    ALLOWED_HOSTS: allowedHosts
      .optional()
      .describe(
        'Internal systems that sources may be fetched from and tools may call, separated by commas: host, host:port, IP address or range (10.0.0.0/8). All other private addresses, and ports other than 80 and 443, are refused.',
      ),
    MCP_COMMANDS: commands
      .optional()
      .describe(
        `Commands that run MCP servers, as JSON or a file of it: {"<name>": {"command": "npx", "args": ["-y", "…"], "env": {"KEY": "…"}}}. Only these are ever run, with nothing of the desk's environment but PATH, HOME and LANG; the browser chooses among their names.`,
      ),
    SOURCE_FOLDERS: folders
      .optional()
      .describe(
        'Folders of this server, separated by commas, that may be chosen as sources in the browser, with all below them. The command line may name any.',
      ),
    MAX_TURNS: z.coerce
      .number()
      .int()
      .positive()
      .default(256)
      .describe('Turns answered at once before the desk says it is busy.'),
    FRONTDESK_POLICY: z
      .string()
      .default('agents/policy.yaml')
      .describe(
        'File of the dialogue policy: phrases that get a fixed reply, a question, a specialist or a person.',
      ),
    LOG_LEVEL: z
      .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
      .default('info')
      .describe('How much is logged.'),
  })
  .refine(
    ({ QDRANT_WRITE_CONSISTENCY = 1, QDRANT_REPLICAS }) =>
      QDRANT_WRITE_CONSISTENCY <= QDRANT_REPLICAS,
    {
      path: ['QDRANT_WRITE_CONSISTENCY'],
      error: 'use QDRANT_REPLICAS at most',
    },
  )
  .refine(({ RERANKER, RERANKER_URL }) => RERANKER !== 'tei' || RERANKER_URL, {
    path: ['RERANKER_URL'],
    error: 'give the address of the server that RERANKER=tei asks',
  });

export type Env = z.infer<typeof envSchema>;

/** The environment does not fit the schema; the message lists every fault. */
export class EnvError extends Error {
  override name = 'EnvError';
}

/**
 * Parses environment variables. Empty strings count as absent.
 * @throws EnvError naming every variable at fault, at once.
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = envSchema.safeParse(present);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new EnvError(`These environment variables need a change:\n${faults.join('\n')}`);
}

let cached: Env | undefined;

/** This process's environment, parsed once. */
export function env(): Env {
  cached ??= parseEnv(process.env);
  return cached;
}

/** Has the environment read anew, where something was put into it after it was read. */
export function forgetEnv(): void {
  cached = undefined;
}

/** The address at which people reach the desk, without a trailing slash. */
export function baseUrl(
  { FRONTDESK_URL, PORT }: Pick<Env, 'FRONTDESK_URL' | 'PORT'> = env(),
): string {
  return (FRONTDESK_URL ?? `http://localhost:${PORT}`).replace(/\/$/, '');
}
