import { handOverTool, type StepKind, stepDetailSchemas } from '@/lib/shared/steps';

interface StoredStep {
  kind: StepKind;
  name: string;
  detail: unknown;
}

/**
 * A step as it is shown to who may not read, or no longer, what its turn had found: a model words
 * the task and the facts of a handoff, and may have taken them from there.
 */
export function withholdHandoff<T extends StoredStep>(step: T): T {
  if (step.kind === 'tool' && step.name === handOverTool) {
    const detail = stepDetailSchemas.tool.safeParse(step.detail).data;
    return { ...step, detail: { isError: false, result: '', ...detail, args: {} } };
  }
  if (step.kind !== 'handoff') return step;
  const detail = stepDetailSchemas.handoff.safeParse(step.detail).data;
  return { ...step, detail: { ...detail, task: '', reason: '', facts: {} } };
}
