import { z } from 'zod';

/** What the dialogue policy keeps of a conversation between its messages. */
export const policyStateSchema = z.object({
  /** What was set or answered, by name. The words of people: data, wherever they go. */
  variables: z.record(z.string(), z.string()),
  /** The question whose answer the next message is expected to be. */
  waiting: z
    .object({
      rule: z.string(),
      /** Place of the question among the rule's steps, from 0. */
      step: z.number(),
      variable: z.string(),
      locale: z.enum(['en', 'zh']),
      /** Answers so far that did not fit. */
      misses: z.number(),
    })
    .nullable(),
});
export type PolicyState = z.infer<typeof policyStateSchema>;

/** That of a conversation in which no rule had a part yet. */
export const noPolicyState: PolicyState = { variables: {}, waiting: null };

const storedSchema = policyStateSchema.extend({ ownerVersion: z.number() });

/**
 * The state as it is stored: with the owner's version, for a person in between changes the subject.
 * Undefined where there is nothing to keep and nothing was kept before.
 */
export function toStoredPolicy(
  state: PolicyState,
  { policy, ownerVersion }: { policy: unknown; ownerVersion: number },
) {
  const isEmpty = state.waiting === null && Object.keys(state.variables).length === 0;
  return isEmpty && policy === null ? undefined : { ...state, ownerVersion };
}

/** Reads a conversation's state. A question that was asked before a person had the conversation is over. */
export function readStoredPolicy(stored: unknown, ownerVersion: number): PolicyState {
  // The row may be of another version of the desk; what it says is then no longer understood.
  const parsed = storedSchema.safeParse(stored);
  if (!parsed.success) return noPolicyState;
  const { variables, waiting } = parsed.data;
  return { variables, waiting: parsed.data.ownerVersion === ownerVersion ? waiting : null };
}
