import type { CaseCategory, CasePriority } from '@/lib/db/conversations/cases';
import type { Locale } from '@/lib/locale';
import type { PolicyState } from '@/lib/shared/policy-state';
import { fillMarkdown, fillTemplate } from './fill-template';
import type { Rule } from './parse-policy';
import type { PolicyStep, Texts } from './policy-schema';

/** What came of a rule for one message. */
export interface Decision {
  rule: Rule;
  /** What the person is told, in Markdown. */
  replies: string[];
  /** What was done, for the transcript: names, never what was said. */
  acts: string[];
  /** Whether that answers the message; if not, it goes its usual way. */
  isAnswered: boolean;
  state: PolicyState;
  handoff?: { to: string; task: string };
  escalation?: {
    category: CaseCategory;
    priority?: CasePriority;
    teamId?: string;
    /** In the rule's words; the person's own when absent. */
    summary?: string;
  };
}

interface Run {
  rule: Rule;
  /** Place of the first step to take, from 0. */
  from: number;
  /** The person's message. */
  text: string;
  locale: Locale;
  state: PolicyState;
}

/** Takes a rule's steps in order, up to a question or whoever is given the message. */
export function runSteps({ rule, from, text, locale, state }: Run): Decision {
  const decision: Decision = { rule, replies: [], acts: [], isAnswered: false, state };
  for (const [offset, step] of rule.steps.slice(from).entries()) {
    decision.acts.push(nameOf(step));
    say(decision, step.reply, locale);
    set(decision, step);
    if (step.ask) {
      const { variable, question } = step.ask;
      say(decision, question, locale);
      const waiting = { rule: rule.name, step: from + offset, variable, locale, misses: 0 };
      decision.state = { ...decision.state, waiting };
      break;
    }
    giveAway(decision, step, text);
  }
  return decision;
}

function say(decision: Decision, texts: Texts | undefined, locale: Locale): void {
  if (!texts) return;
  const template = texts[locale] ?? texts.en ?? texts.zh ?? '';
  decision.replies.push(fillMarkdown(template, decision.state.variables));
  decision.isAnswered = true;
}

function set(decision: Decision, step: PolicyStep): void {
  if (!step.set) return;
  const variables = { ...decision.state.variables };
  for (const [name, value] of Object.entries(step.set)) {
    variables[name] = fillTemplate(value, variables).slice(0, longestValue);
  }
  decision.state = { ...decision.state, variables };
}

const longestValue = 200;

function giveAway(decision: Decision, { goto, escalate }: PolicyStep, text: string): void {
  const { variables } = decision.state;
  if (goto) {
    const task = goto.task === undefined ? text : fillTemplate(goto.task, variables);
    decision.handoff = { to: goto.specialist, task };
  }
  if (escalate) {
    const { category, priority, team: teamId, summary } = escalate;
    const words = summary === undefined ? undefined : fillTemplate(summary, variables);
    decision.escalation = { category, priority, teamId, summary: words };
  }
  if (goto || escalate) decision.isAnswered = true;
}

function nameOf({ reply, set: values, ask, goto, escalate }: PolicyStep): string {
  if (reply) return 'reply';
  if (values) return `set: ${Object.keys(values).join(', ')}`;
  if (ask) return `ask: ${ask.variable}`;
  if (goto) return `goto: ${goto.specialist}`;
  return `escalate: ${escalate?.category}`;
}
