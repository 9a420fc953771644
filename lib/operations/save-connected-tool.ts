import { argumentSchema } from '@/lib/connections/check-arguments';
import { type Offer, offersOf } from '@/lib/connections/offers-of';
import { db, type Transaction } from '@/lib/db/client';
import { deleteTool, isToolNameTaken, saveTool } from '@/lib/db/connected-tools';
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
}

/** What there is besides connections. */
interface Desk {
  specialists: readonly string[];
  /** Names of the desk's own tools. */
  toolNames: ReadonlySet<string>;
}

/**
 * Gives an operation to specialists, or changes how they have it.
 * @throws AppError `not_found`, `tool_name_taken`, `tool_not_safe` where something that changes
 * things was to be used without consent, `tool_unusable`, `invalid_request`
 */
export async function saveConnectedTool(by: string, given: Given, desk: Desk): Promise<void> {
  const { connectionId, operationId, settings } = given;
  const row = await requireConnection(connectionId);
  const offers = offersOf(row);
  const offer = offers.get(operationId);
  if (!offer) throw notFound();
  requireUsable(offer);
  if (settings.risk === 'read' && !offer.isSafe) throw new AppError('tool_not_safe');
  if (desk.toolNames.has(settings.name)) {
    throw new AppError('tool_name_taken', { name: settings.name });
  }
  requireKnown(settings, offer, offers, desk.specialists);
  await db().transaction(async (tx) => {
    if (await isToolNameTaken(tx, settings.name, given)) {
      throw new AppError('tool_name_taken', { name: settings.name });
    }
    await store(tx, {
      id: newId(),
      connectionId,
      operationId,
      name: settings.name,
      settings,
      specialists: settings.specialists,
      operationHash: offer.hash,
      changedBy: by,
    });
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

/** Somebody else may have taken the name in this very moment. */
async function store(tx: Transaction, row: Parameters<typeof saveTool>[1]): Promise<void> {
  try {
    await saveTool(tx, row);
  } catch (error) {
    if (!isDuplicateRow(error)) throw error;
    throw new AppError('tool_name_taken', { name: row.name }, { cause: error });
  }
}

function requireUsable({ problem, input }: Offer): void {
  if (problem) throw new AppError('tool_unusable', { problem });
  try {
    argumentSchema(input);
  } catch (cause) {
    throw new AppError('tool_unusable', { problem: 'bad_schema' }, { cause });
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
