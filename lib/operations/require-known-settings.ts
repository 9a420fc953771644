import { givenAs } from '@/lib/connections/given-as';
import type { Offer } from '@/lib/connections/offers-of';
import { requireUsable } from '@/lib/connections/require-usable';
import type { ConnectedToolRow } from '@/lib/db/connections/connected-tools';
import { AppError } from '@/lib/errors';
import type { ToolSettings } from '@/lib/shared/connections';
import { sourcesOf } from '@/lib/shared/linked-source';
import { onlyReads } from '@/lib/shared/operation-effect';

interface Known {
  /** What the settings are for. */
  offer: Offer;
  /** Everything that its connection offers, and what of it is given to specialists. */
  offers: ReadonlyMap<string, Offer>;
  tools: readonly ConnectedToolRow[];
  specialists: readonly string[];
}

/**
 * Everything that settings name must be there, and fit.
 * @throws AppError `invalid_request`, `tool_unusable`, `tool_check_not_safe`
 */
export function requireKnownSettings(settings: ToolSettings, known: Known): void {
  const { offer, specialists } = known;
  const args = argumentsOf(offer);
  requireEach('specialists', settings.specialists, specialists);
  requireEach('outputs', settings.outputs, offer.outputs);
  requireEach('identityArguments', Object.keys(settings.identityArguments), args);
  requireWholeIdentity(settings, args);
  if (settings.approveAbove) requireEach('approveAbove', [settings.approveAbove.argument], args);
  for (const place of ['undo', 'check'] as const) requireLinked(place, settings, known);
}

function requireLinked(
  place: 'undo' | 'check',
  settings: ToolSettings,
  { offer, offers, tools }: Known,
): void {
  const linked = settings[place];
  if (!linked) return;
  const other = offers.get(linked.operationId);
  if (!other) throw unknown(place, linked.operationId);
  const stored = tools.find(({ operationId }) => operationId === other.operationId);
  const given = other === offer ? { tool: settings, isChanged: false } : givenAs(other, stored);
  if (place === 'check' && !onlyReads({ effect: other.effect, ...given })) {
    throw new AppError('tool_check_not_safe');
  }
  requireUsable(other);
  requireEach(place, Object.keys(linked.arguments), argumentsOf(other));
  const sources = sourcesOf(argumentsOf(offer), settings.outputs);
  requireEach(place, Object.values(linked.arguments), sources);
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
  if (wrong !== undefined) throw unknown(place, wrong);
}

const unknown = (place: string, name: string) =>
  new AppError('invalid_request', { detail: `${place}: there is no ${name}` });
