import { z } from 'zod';
import {
  credentialKinds,
  credentialSchema,
  framingHeader,
  proposedCredentialSchema,
} from './credentials';
import { effectSchema } from './operation-effect';
import { sentTrialSchema } from './operation-trials';

/** What using an operation can do: look, change what is the person's own, or change it with an operator's consent. */
export const risks = ['read', 'write', 'approve'] as const;
export const riskSchema = z.enum(risks);
export type Risk = z.infer<typeof riskSchema>;

/** What the desk can say of a person: their account number, e-mail address, or their id here. */
export const identityValueSchema = z.enum(['account', 'email', 'id']);
export type IdentityValue = z.infer<typeof identityValueSchema>;

const headerName = z
  .string()
  .regex(/^[A-Za-z0-9-]{1,60}$/)
  .refine((name) => !framingHeader.test(name));

/** How every call says whom it is for: a header that the desk fills; null when calls are for nobody. */
export const identitySchema = z.object({ header: headerName, value: identityValueSchema });
export type Identity = z.infer<typeof identitySchema>;

/** Which operation of the same connection does something for this one, and what it is given. */
const linkedOperationSchema = z.object({
  operationId: z.string(),
  /** By the name of its argument: `args.<name>` of this call, `result.<path>` of its response, or `key`, the idempotency key. */
  arguments: z.record(z.string(), z.string()),
});

/** For how many minutes taking something back is offered, where nobody decided otherwise. */
export const usualUndoMinutes = 60;

const settingsFields = z.object({
  /** What models call it by, e.g. `get_weather`. */
  name: z.string().regex(/^[a-z][a-z0-9_]{1,59}$/),
  /** What people see it called, in each language. */
  titles: z.object({
    en: z.string().trim().min(1).max(100),
    /** Empty where nobody has said it: then people see the English one. */
    zh: z.string().trim().max(100).default(''),
  }),
  /** For models: what it does and when to use it. */
  description: z.string().trim().min(1).max(2_000),
  risk: riskSchema,
  /** Under `write`: from this value of this argument on, an operator must agree as well. */
  approveAbove: z
    .object({ argument: z.string(), amount: z.number().nonnegative() })
    .nullable()
    .default(null),
  /** Names of the specialists that may use it. */
  specialists: z.array(z.string()).min(1),
  /** Fields of the response that models may see, as paths with dots; `[]` stands for the items of a list. */
  outputs: z.array(z.string()).max(100),
  /** Arguments that the desk fills with who the person is; no model sees or sets them. */
  identityArguments: z.record(z.string(), identityValueSchema).default({}),
  /** Things people say that it is for; the built-in model chooses by them. */
  examples: z
    .object({ en: z.array(z.string()).max(50), zh: z.array(z.string()).max(50) })
    .default({ en: [], zh: [] }),
  /** Takes back what it did. */
  undo: linkedOperationSchema.nullable().default(null),
  /** For how many minutes that is offered. */
  undoMinutes: z.number().int().min(1).max(43_200).default(usualUndoMinutes),
  /** Tells whether it happened, where its answer was lost: success says yes, 404 says no. */
  check: linkedOperationSchema.nullable().default(null),
});

/** What changes nothing is neither taken back nor asked after; and what an operator always sees has no limit. */
function requireMeaning(settings: z.output<typeof settingsFields>, context: z.RefinementCtx): void {
  const { risk } = settings;
  const isMeant = { approveAbove: risk === 'write', undo: risk !== 'read', check: risk !== 'read' };
  for (const place of ['approveAbove', 'undo', 'check'] as const) {
    if (settings[place] === null || isMeant[place]) continue;
    const message = `means nothing where the risk is "${risk}"`;
    context.addIssue({ code: 'custom', path: [place], message });
  }
}

/** Everything that people decide about an operation that they give to specialists. */
export const toolSettingsSchema = settingsFields.superRefine(requireMeaning);
export type ToolSettings = z.infer<typeof toolSettingsSchema>;

/** Body of `PUT /api/connections/:id/tools/:operationId`. */
export const toolChangeSchema = toolSettingsSchema.safeExtend({
  /** The `savedAt` that the change was made from: if somebody else saved since, nothing is stored. Without it the last one wins. */
  basedOn: z.iso.datetime().nullable().optional(),
});

/** A connection as the list shows it. Times are ISO 8601. */
export const connectionSummarySchema = z.object({
  id: z.string(),
  kind: z.enum(['openapi', 'mcp']),
  name: z.string(),
  isOurs: z.boolean(),
  isOn: z.boolean(),
  address: z.string().nullable(),
  command: z.string().nullable(),
  identity: identitySchema.nullable(),
  credentialKind: z.enum(credentialKinds),
  /** How many operations there are, and how many are given to specialists. */
  operationCount: z.number().int(),
  toolCount: z.number().int(),
  /** A `ConnectionFault`, and since when; of calls that fail, since when none worked. */
  fault: z.object({ code: z.string(), at: z.string() }).nullable(),
  revision: z.number().int(),
  updatedAt: z.string(),
});
export type ConnectionSummary = z.infer<typeof connectionSummarySchema>;

/** `GET /api/connections`. `commands` are the names in `MCP_COMMANDS`. */
export const connectionListSchema = z.object({
  connections: z.array(connectionSummarySchema),
  commands: z.array(z.string()),
});

const jsonSchemaSchema = z.record(z.string(), z.unknown());

/** An operation that a connection offers. */
export const operationViewSchema = z.object({
  operationId: z.string(),
  /** Upper case; absent for tools of MCP servers. */
  method: z.string().optional(),
  path: z.string().optional(),
  summary: z.string(),
  effect: effectSchema,
  /** It takes an `Idempotency-Key`, so that sending it again is safe. */
  takesKey: z.boolean(),
  /** Arguments as a JSON schema of type object. */
  input: jsonSchemaSchema,
  /** Every field of its response, as paths like those of `ToolSettings.outputs`. */
  outputs: z.array(z.string()),
  /** Why it cannot be used, as a code; absent when it can. */
  problem: z.string().optional(),
  /** How it is given to specialists; null when it is not. */
  tool: toolSettingsSchema.nullable(),
  /** When that was last saved; null when it is not given to anybody. */
  savedAt: z.string().nullable(),
  /** It is not any more what it was when it was given: it is out of use until somebody saves it again. */
  isChanged: z.boolean(),
  /** Tools of the desk that were made for this operation, with their specialists. */
  builtIn: z.array(z.object({ name: z.string(), specialist: z.string() })),
});
export type OperationView = z.infer<typeof operationViewSchema>;

/** `GET /api/connections/:id`. */
export const connectionDetailSchema = z.object({
  connection: connectionSummarySchema,
  operations: z.array(operationViewSchema),
  specialists: z.array(z.object({ name: z.string(), titles: z.record(z.string(), z.string()) })),
  /** The latest, newest first. */
  trials: z.array(sentTrialSchema),
});
export type ConnectionDetail = z.infer<typeof connectionDetailSchema>;

/** Longest OpenAPI document that is read, in characters. */
export const maxDocumentLength = 3_000_000;

/** Body of `POST /api/connections/preview`; nothing is stored. */
export const previewRequestSchema = z.object({
  document: z.string().min(1).max(maxDocumentLength),
});

/** Its answer. */
export const documentPreviewSchema = z.object({
  title: z.string(),
  version: z.string(),
  /** Addresses that the document names; what it leaves open in them is filled in. */
  servers: z.array(z.string()),
  /** With what it is: the defaults of the document. */
  filled: z.array(z.object({ name: z.string(), value: z.string() })).default([]),
  /** How it says that callers prove themselves; null where it does not, or the desk cannot do it. */
  credential: proposedCredentialSchema.nullable().default(null),
  operations: z.array(
    operationViewSchema.omit({ tool: true, savedAt: true, isChanged: true, builtIn: true }),
  ),
});
export type DocumentPreview = z.infer<typeof documentPreviewSchema>;

const connectionName = z.string().trim().min(1).max(80);
const address = z.url({ protocol: /^https?$/ }).max(2_000);

/** Body of `POST /api/connections`. */
export const newConnectionSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('openapi'),
    name: connectionName,
    document: z.string().min(1).max(maxDocumentLength),
    address,
    identity: identitySchema.nullable(),
    credential: credentialSchema,
  }),
  z.object({
    kind: z.literal('mcp'),
    name: connectionName,
    reach: z.union([z.object({ address }), z.object({ command: z.string() })]),
    identity: identitySchema.nullable(),
    credential: credentialSchema,
  }),
]);
export type NewConnection = z.infer<typeof newConnectionSchema>;

/** Body of `PATCH /api/connections/:id`; what is absent stays. */
export const connectionChangeSchema = z.object({
  revision: z.number().int(),
  name: connectionName.optional(),
  isOn: z.boolean().optional(),
  address: address.optional(),
  document: z.string().min(1).max(maxDocumentLength).optional(),
  identity: identitySchema.nullable().optional(),
  credential: credentialSchema.optional(),
});
export type ConnectionChange = z.infer<typeof connectionChangeSchema>;
