import type { StructuredToolInterface } from '@langchain/core/tools';
import { z } from 'zod';
import { defineTool } from '@/agents/tools/define-tool';
import type { ToolResult } from '@/agents/tools/tool-result';
import type { ToolCall, WriteCall } from '@/agents/tools/tool-spec';
import { callTool } from '@/lib/connections/call-tool';
import type { ConnectedTool } from '@/lib/connections/connected-tool';
import { connectedResult, factsOf } from './connected-result';
import { isAway } from './connections-away';
import { askWhetherDone, linkedArguments, takeBack } from './linked-call';
import { type ModelInput, toModelInput, toOwnArguments } from './model-input';
import { previewCall } from './preview-call';
import { missingIdentity, needsSignIn, speakerOf } from './speaker-of';
import { whatItDoes } from './what-it-does';
import { whyOperator } from './why-operator';

type Args = Record<string, unknown>;

/** Checked by the tool's own JSON schema before they come here. */
const anyArguments = z.looseObject({});

/**
 * An operation that an admin gave to specialists as a tool like any other: with a preview and
 * consent where it changes something, done once, asked after and taken back where its system can.
 */
export function defineConnectedTool(tool: ConnectedTool): StructuredToolInterface {
  const { settings, connection } = tool;
  // Of one that is out of use nobody knows what it takes: whatever it is called with, it says so.
  const input = toModelInput(tool.isChanged ? {} : tool.input);
  const { name, description, risk, examples, titles } = settings;
  const common = { name, description, schema: anyArguments, input: input.schema, examples };
  const made =
    risk === 'read'
      ? defineTool({ ...common, risk, run: (args, call) => look(tool, input, args, call) })
      : defineTool({ ...common, risk, ...writeSpec(tool, input) });
  made.metadata = {
    ...made.metadata,
    needsSignIn: needsSignIn(tool),
    connected: { titles, connectionId: connection.id, system: connection.name },
  };
  return made as StructuredToolInterface;
}

/** Longest arguments of a call, in characters of JSON: a person must be able to read a preview. */
const longestArguments = 20_000;

async function look(
  tool: ConnectedTool,
  input: ModelInput,
  args: Args,
  call: ToolCall,
): Promise<ToolResult> {
  return (await whyNot(tool, args, call)) ?? (await send(tool, toOwnArguments(input, args), call));
}

function writeSpec(tool: ConnectedTool, input: ModelInput) {
  const { check, undo, approveAbove } = tool.settings;
  return {
    standsFor: whatItDoes(tool),
    plan: anyArguments,
    propose: async (args: Args, call: ToolCall) => {
      const refused = await whyNot(tool, args, call);
      if (refused) return { refused };
      const plan = toOwnArguments(input, args);
      return { plan, preview: previewCall(tool, plan, call.locale) };
    },
    // It may have been given to another use since it was shown: then nothing is done.
    run: async (plan: Args, call: WriteCall) =>
      changed(tool, call) ?? (await send(tool, plan, call, call.idempotencyKey)),
    ...(approveAbove && {
      whyOperator: (plan: Args, earlier: readonly unknown[]) =>
        whyOperator(approveAbove, plan, earlier),
    }),
    ...(check && {
      check: (args: Args, call: WriteCall) =>
        askWhetherDone(tool, check, { args, key: call.idempotencyKey }, call),
    }),
    ...(undo && {
      undo: {
        minutes: tool.settings.undoMinutes,
        isPossible: (args: Args, result: ToolResult) =>
          linkedArguments(undo, { args, result, key: 'known' }) !== undefined,
        run: (args: Args, result: ToolResult, call: WriteCall) =>
          takeBack(tool, undo, { args, result, key: call.idempotencyKey }, call),
      },
    }),
  };
}

async function send(
  tool: ConnectedTool,
  args: Args,
  { principal, signal, locale }: ToolCall,
  idempotencyKey?: string,
): Promise<ToolResult> {
  const speaker = speakerOf(principal);
  const answer = await callTool({ tool, args, speaker, idempotencyKey, signal });
  return connectedResult(tool, answer, locale);
}

/** Why a tool is not even tried; undefined when it is. */
async function whyNot(
  tool: ConnectedTool,
  args: Args,
  call: ToolCall,
): Promise<ToolResult | undefined> {
  if (JSON.stringify(args).length > longestArguments) {
    return { outcome: 'bad_arguments', reason: 'The arguments are too long.' };
  }
  const known = changed(tool, call) ?? missingIdentity(tool, call.principal);
  if (known) return known;
  if (!(await isAway(tool.connection))) return undefined;
  return { outcome: 'unavailable', ...factsOf(tool, call.locale) };
}

function changed(tool: ConnectedTool, { locale }: ToolCall): ToolResult | undefined {
  return tool.isChanged ? { outcome: 'out_of_use', ...factsOf(tool, locale) } : undefined;
}
