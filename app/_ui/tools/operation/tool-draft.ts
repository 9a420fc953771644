import {
  type IdentityValue,
  type OperationView,
  type Risk,
  type ToolSettings,
  usualUndoMinutes,
} from '@/lib/shared/connections';
import { suggestName } from './suggest-name';

type Linked = NonNullable<ToolSettings['undo']>;

/** What is typed about an operation that is given to specialists, before it is settings. */
export interface ToolDraft {
  name: string;
  titleEn: string;
  titleZh: string;
  description: string;
  risk: Risk;
  /** Empty when no operator is asked under `write`. */
  approveArgument: string;
  approveAmount: string;
  specialists: string[];
  outputs: string[];
  identityArguments: Record<string, IdentityValue>;
  /** One thing that people say on each line. */
  examplesEn: string;
  examplesZh: string;
  undo: Linked | null;
  /** For how many minutes that is offered. */
  undoMinutes: string;
  check: Linked | null;
  /** When the settings that it began with had been saved; absent where that is to be seen anew. */
  basedOn?: string | null;
}

const mostOutputs = 100;

/** What is stored of an operation as a form shows it; proposals where it is given for the first time. */
export function draftOf(operation: OperationView): ToolDraft {
  const { tool, savedAt } = operation;
  if (!tool) return proposalFor(operation);
  const { titles, approveAbove, examples, ...rest } = tool;
  return {
    name: rest.name,
    titleEn: titles.en,
    titleZh: titles.zh,
    description: rest.description,
    risk: rest.risk,
    approveArgument: approveAbove?.argument ?? '',
    approveAmount: approveAbove ? String(approveAbove.amount) : '',
    specialists: rest.specialists,
    // What the system does not answer any more cannot be shown.
    outputs: rest.outputs.filter((path) => operation.outputs.includes(path)),
    identityArguments: rest.identityArguments,
    examplesEn: examples.en.join('\n'),
    examplesZh: examples.zh.join('\n'),
    undo: rest.undo,
    undoMinutes: String(rest.undoMinutes),
    check: rest.check,
    basedOn: savedAt,
  };
}

function proposalFor(operation: OperationView): ToolDraft {
  const { operationId, summary, effect, outputs } = operation;
  const title = (summary || operationId).slice(0, 100);
  return {
    name: suggestName(operationId),
    titleEn: title,
    // Nothing is called Chinese that is not.
    titleZh: /\p{Script=Han}/u.test(title) ? title : '',
    description: summary,
    // A method promises that it only reads; what an MCP server says is for people to judge.
    risk: effect === 'reads' ? 'read' : 'write',
    approveArgument: '',
    approveAmount: '',
    specialists: [],
    outputs: outputs.slice(0, mostOutputs),
    identityArguments: {},
    examplesEn: '',
    examplesZh: '',
    undo: null,
    undoMinutes: String(usualUndoMinutes),
    check: null,
    basedOn: operation.savedAt,
  };
}

/** The settings as they are sent; whether they are whole is for their schema to say. */
export function settingsOf(draft: ToolDraft): ToolSettings {
  const { name, titleEn, titleZh, description, risk, approveArgument, ...rest } = draft;
  const isWrite = risk === 'write';
  const amount = numberOf(rest.approveAmount);
  const undo = risk === 'read' ? null : linkOf(rest.undo);
  return {
    name: name.trim(),
    titles: { en: titleEn.trim(), zh: titleZh.trim() },
    description: description.trim(),
    risk,
    approveAbove: isWrite && approveArgument ? { argument: approveArgument, amount } : null,
    specialists: rest.specialists,
    outputs: rest.outputs,
    identityArguments: rest.identityArguments,
    examples: { en: linesOf(rest.examplesEn), zh: linesOf(rest.examplesZh) },
    undo,
    undoMinutes: undo ? numberOf(rest.undoMinutes) : usualUndoMinutes,
    check: risk === 'read' ? null : linkOf(rest.check),
  };
}

/** An empty field is no amount of 0: as NaN it is refused beside its field. */
const numberOf = (text: string) => (text.trim() === '' ? Number.NaN : Number(text));

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

function linkOf(linked: Linked | null): Linked | null {
  if (!linked || linked.operationId === '') return null;
  const given = Object.entries(linked.arguments).filter(([, source]) => source.trim() !== '');
  return { ...linked, arguments: Object.fromEntries(given) };
}
