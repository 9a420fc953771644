import { readConsent } from '@/agents/guards/consent-words';
import type { Principal } from '@/lib/auth/principal';
import { translate } from '@/lib/i18n/translate';
import type { Locale } from '@/lib/locale';
import type { PolicyState } from '@/lib/shared/policy-state';
import type { Policy, Rule } from './parse-policy';
import type { Ask } from './policy-schema';
import { readAnswer } from './read-answer';
import { type Decision, runSteps } from './run-steps';

/** A message, and what rules may ask about it. */
export interface PolicyInput {
  text: string;
  /** The language of the message. */
  locale: Locale;
  person: Principal['kind'];
  state: PolicyState;
  /** Whether the message is for people in any case: then it is no answer to a question. */
  isForPerson: () => boolean;
}

/** A question whose answer does not fit is asked so often again. */
const mostMisses = 1;

/**
 * What the policy says to a message; null where it has nothing to say, and the message goes its
 * usual way. An answer that fits what a rule asked comes first, then the rules in their order,
 * and then an answer that fits any question.
 */
export function decideByPolicy(policy: Policy, input: PolicyInput): Decision | null {
  const asked = findAsked(policy, input.state);
  const fits = asked && (asked.ask.choices || asked.ask.pattern);
  const answer = asked ? readAnswer(asked.ask, input.text) : undefined;
  if (asked && fits && answer !== undefined) return goOn(asked, input, answer);
  const rule = policy.match(input.text).find((each) => applies(each, input));
  if (rule) {
    const { text, locale, state } = input;
    const { variables } = state;
    return runSteps({ rule, from: 0, text, locale, state: { variables, waiting: null } });
  }
  if (input.isForPerson()) return null;
  if (!asked) return null;
  if (readConsent(input.text) === 'no') return leave(asked, input);
  if (answer !== undefined && !fits) return goOn(asked, input, answer);
  return askAgain(asked, input);
}

interface Asked {
  rule: Rule;
  step: number;
  ask: Ask;
  waiting: NonNullable<PolicyState['waiting']>;
}

/** The question that waits for its answer, unless its rule has changed since. */
function findAsked(policy: Policy, { waiting }: PolicyState): Asked | null {
  if (!waiting) return null;
  const rule = policy.rules.find(({ name }) => name === waiting.rule);
  const ask = rule?.steps[waiting.step]?.ask;
  if (!rule || ask?.variable !== waiting.variable) return null;
  return { rule, step: waiting.step, ask, waiting };
}

/** A code or a number has no language: the rule goes on in the one it asked in. */
function localeOf({ waiting }: Asked, { locale }: PolicyInput): Locale {
  return locale === 'zh' ? 'zh' : waiting.locale;
}

function goOn(asked: Asked, input: PolicyInput, answer: string): Decision {
  const { rule, step, ask } = asked;
  const variables = { ...input.state.variables, [ask.variable]: answer };
  const decision = runSteps({
    rule,
    from: step + 1,
    text: input.text,
    locale: localeOf(asked, input),
    state: { variables, waiting: null },
  });
  return { ...decision, acts: [`answer: ${ask.variable}`, ...decision.acts] };
}

/** Asks once more, saying what would fit; after that the message goes its usual way. */
function askAgain(asked: Asked, input: PolicyInput): Decision {
  const { rule, ask, waiting } = asked;
  const { variables } = input.state;
  const base = { rule, replies: [], acts: [`unfit: ${ask.variable}`] };
  if (waiting.misses >= mostMisses || /[?？]\s*$/.test(input.text)) {
    return { ...base, isAnswered: false, state: { variables, waiting: null } };
  }
  const locale = localeOf(asked, input);
  const choices = Object.keys(ask.choices ?? {}).join(', ');
  const hint = translate(locale, ask.choices ? 'policy.choose' : 'policy.unfit', { choices });
  const again = runSteps({
    rule,
    from: asked.step,
    text: input.text,
    locale,
    state: { variables, waiting: null },
  });
  const state = { variables, waiting: { ...waiting, misses: waiting.misses + 1 } };
  return {
    ...again,
    replies: [hint, ...again.replies],
    acts: [...base.acts, ...again.acts],
    state,
  };
}

function leave({ rule, ask }: Asked, input: PolicyInput): Decision {
  return {
    rule,
    replies: [translate(input.locale, 'policy.left')],
    acts: [`left: ${ask.variable}`],
    isAnswered: true,
    state: { variables: input.state.variables, waiting: null },
  };
}

function applies({ when }: Rule, { person, locale, state }: PolicyInput): boolean {
  if (!when) return true;
  if (when.person && !when.person.includes(person)) return false;
  if (when.language && when.language !== locale) return false;
  return Object.entries(when.variables ?? {}).every(([name, values]) => {
    const value = (state.variables[name] ?? '').toLowerCase();
    return values.some((wanted) => wanted.toLowerCase() === value);
  });
}
