import type { z } from 'zod';
import { type ToolResult, toolResultSchema } from '@/agents/tools/tool-result';
import type { WriteToolSpec } from '@/agents/tools/tool-spec';
import type { Principal } from '@/lib/auth/principal';
import { type ActionRow, findAction } from '@/lib/db/actions/actions';
import type { Deed } from './deed';
import { planHash } from './plan-hash';
import { whyOperator } from './why-operator';

/** A write tool whose arguments and plan are known at run time only. */
export type AnyWriteTool = WriteToolSpec<z.ZodObject, z.ZodObject>;

/**
 * What a stored action does: the plan that was shown and approved, never what a model says now.
 * Null when the row is not the one that was approved: bound to its person, its tool and a hash of
 * the plan.
 */
export async function deedOf<S extends z.ZodObject, P extends z.ZodObject>(
  spec: WriteToolSpec<S, P>,
  action: ActionRow,
  principal: Principal,
): Promise<Deed | null> {
  const plan = readPlan(spec, action, principal);
  if (!plan) return null;
  if (action.undoes) return await undoOf(spec, action, plan, principal);
  const { undo, check } = spec;
  const mayNeedOperator = spec.risk === 'approve' || spec.whyOperator !== undefined;
  return {
    whyOperator: mayNeedOperator
      ? (executor) => whyOperator(spec, plan, principal.id, executor)
      : undefined,
    run: (call) => spec.run(plan, call),
    check: check && ((call) => check(plan, call)),
    undoMinutes: (result) => (undo && isPossible(undo, plan, result) ? undo.minutes : undefined),
  };
}

async function undoOf<S extends z.ZodObject, P extends z.ZodObject>(
  { undo, name }: WriteToolSpec<S, P>,
  action: ActionRow,
  plan: z.output<P>,
  principal: Principal,
): Promise<Deed | null> {
  const original = action.undoes ? await findAction(action.undoes) : null;
  const result = toolResultSchema.safeParse(original?.result).data;
  const isSame =
    original?.principalId === principal.id &&
    original.tool === name &&
    original.argsHash === action.argsHash;
  if (!undo || !result || !isSame) return null;
  const { check } = undo;
  return {
    run: (call) => undo.run(plan, result, call),
    check: check && ((call) => check(plan, result, call)),
  };
}

function readPlan<S extends z.ZodObject, P extends z.ZodObject>(
  spec: WriteToolSpec<S, P>,
  action: ActionRow,
  principal: Principal,
): z.output<P> | undefined {
  const isBound =
    action.principalId === principal.id &&
    action.tool === spec.name &&
    action.argsHash === planHash(spec, action.args);
  return isBound ? (spec.plan.safeParse(action.args).data as z.output<P> | undefined) : undefined;
}

function isPossible<P>(
  undo: { isPossible?: (plan: P, result: ToolResult) => boolean },
  plan: P,
  result: ToolResult,
): boolean {
  return undo.isPossible?.(plan, result) ?? true;
}
