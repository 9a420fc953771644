import { type Offer, offersOf } from '@/lib/connections/offers-of';
import { requireUsable } from '@/lib/connections/require-usable';
import { db, type Transaction } from '@/lib/db/client';
import {
  createTool,
  deleteTool,
  isToolNameTaken,
  lockTool,
  saveTool,
} from '@/lib/db/connected-tools';
import { requireConnection } from '@/lib/db/connections';
import { isDuplicateRow } from '@/lib/db/is-duplicate-row';
import { AppError, notFound } from '@/lib/errors';
import { publish } from '@/lib/events/bus';
import { newId } from '@/lib/ids';
import { log } from '@/lib/log';
import type { ToolSettings } from '@/lib/shared/connections';

interface Given {
  connectionId: string;
  operationId: string;
  settings: ToolSettings;
  /** When what was changed here had been saved, as ISO 8601; null where it was not given to anybody. */
  basedOn?: string | null;
}

/** What there is besides connections. */
interface Desk {
  specialists: readonly string[];
  /** Names of the desk's own tools. */
  toolNames: ReadonlySet<string>;
}

/**
 * Gives an operation to specialists, or changes how they have it.
 * @throws AppError `not_found`, `conflict` where somebody else has saved it since, `tool_name_taken`,
 * `tool_not_safe` where something that changes things was to be used without consent,
 * `tool_unusable`, `invalid_request`
 */
export async function saveConnectedTool(by: string, given: Given, desk: Desk): Promise<void> {
  const { connectionId, operationId, settings } = given;
  const offers = offersOf(await requireConnection(connectionId));
  const offer = offers.get(operationId);
  if (!offer) throw notFound();
  requireUsable(offer);
  if (settings.risk === 'read' && !offer.isSafe) throw new AppError('tool_not_safe');
  if (desk.toolNames.has(settings.name)) {
    throw new AppError('tool_name_taken', { name: settings.name });
  }
  requireKnown(settings, offer, offers, desk.specialists);
  const { name } = settings;
  const row = { id: newId(), connectionId, operationId, name, settings, changedBy: by };
  await db().transaction(async (tx) => {
    await requireUnchanged(tx, given);
    if (await isToolNameTaken(tx, name, given)) throw new AppError('tool_name_taken', { name });
    const tool = { ...row, specialists: settings.specialists, operationHash: offer.hash };
    await store(tx, tool, given.basedOn === null);
    await publish(tx, { type: 'connections-changed', connectionId });
  });
  log().info({ event: 'connected-tool-saved', connectionId, operationId, risk: settings.risk, by });
}

/** Takes an operation away from all specialists. @throws AppError `not_found` */
export async function removeConnectedTool(
  by: string,
  { connectionId, operationId }: Pick<Given, 'connectionId' | 'operationId'>,
): Promise<void> {
  await db().transaction(async (tx) => {
    if (!(await deleteTool(tx, connectionId, operationId))) throw notFound();
    await publish(tx, { type: 'connections-changed', connectionId });
  });
  log().info({ event: 'connected-tool-removed', connectionId, operationId, by });
}

/** What somebody else saved, or took away, is not changed unseen. */
async function requireUnchanged(tx: Transaction, given: Given): Promise<void> {
  const { basedOn } = given;
  if (basedOn === undefined) return;
  const stored = await lockTool(tx, given);
  const isSame = (stored?.updatedAt.getTime() ?? null) === (basedOn && Date.parse(basedOn));
  if (!isSame) throw new AppError('conflict');
}

/** Somebody else may have taken the name, or given it, in this very moment. */
async function store(
  tx: Transaction,
  row: Parameters<typeof saveTool>[1],
  isFirst: boolean,
): Promise<void> {
  try {
    if (!isFirst) await saveTool(tx, row);
    else if (!(await createTool(tx, row))) throw new AppError('conflict');
  } catch (error) {
    if (!isDuplicateRow(error)) throw error;
    throw new AppError('tool_name_taken', { name: row.name }, { cause: error });
  }
}

/** Everything that the settings name must be there. */
function requireKnown(
  settings: ToolSettings,
  offer: Offer,
  offers: ReadonlyMap<string, Offer>,
  specialists: readonly string[],
): void {
  const args = argumentsOf(offer);
  requireEach('specialists', settings.specialists, specialists);
  requireEach('outputs', settings.outputs, offer.outputs);
  requireEach('identityArguments', Object.keys(settings.identityArguments), args);
  requireWholeIdentity(settings, args);
  if (settings.approveAbove) requireEach('approveAbove', [settings.approveAbove.argument], args);
  const sources = [
    'key',
    ...args.map((name) => `args.${name}`),
    ...settings.outputs.map((path) => `result.${path}`),
  ];
  for (const place of ['undo', 'check'] as const) {
    const linked = settings[place];
    if (!linked) continue;
    const other = offers.get(linked.operationId);
    if (place === 'check' && other?.isSafe === false) throw new AppError('tool_check_not_safe');
    requireEach(place, [linked.operationId], [...offers.keys()]);
    if (other) requireUsable(other);
    requireEach(place, Object.keys(linked.arguments), other ? argumentsOf(other) : []);
    requireEach(place, Object.values(linked.arguments), sources);
  }
}

/** One that says who the person is in one place must not be a model's to set in another one. */
function requireWholeIdentity({ identityArguments }: ToolSettings, args: readonly string[]): void {
  const plain = (name: string) =>
    name.replace(/(_in_(path|query|header|body|whole-body))+$/, '').toLowerCase();
  const identities = new Set(Object.keys(identityArguments).map(plain));
  const open = args.find(
    (name) => identities.has(plain(name)) && !Object.hasOwn(identityArguments, name),
  );
  if (open === undefined) return;
  const detail = `identityArguments: ${open} says who the person is, too`;
  throw new AppError('invalid_request', { detail });
}

const argumentsOf = ({ input }: Offer): string[] => Object.keys(input.properties ?? {});

/** @throws AppError `invalid_request` that says which of the names is not known, and where */
function requireEach(place: string, names: readonly string[], known: readonly string[]): void {
  const all = new Set(known);
  const wrong = names.find((name) => !all.has(name));
  if (wrong === undefined) return;
  throw new AppError('invalid_request', { detail: `${place}: there is no ${wrong}` });
}
