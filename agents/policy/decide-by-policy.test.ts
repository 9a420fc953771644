import { describe, expect, test } from 'vitest';
import { detectLocale } from '@/lib/locale';
import { noPolicyState, type PolicyState } from '@/lib/shared/policy-state';
import { decideByPolicy } from './decide-by-policy';
import { parsePolicy } from './parse-policy';

const parsed = parsePolicy(`rules:
  - name: staff-wifi
    phrases: [wifi]
    when: {person: staff}
    steps: [{reply: Ask your manager.}]
  - name: wifi
    phrases: {en: [wifi, Wi-Fi password], zh: [無線網路密碼, 无线密码]}
    steps: [{reply: {en: "It is on the **receipt**.", zh: "在小票上。"}}]
  - name: stop
    phrases: [stop]
    match: whole
    steps: [{reply: Stopped.}]
  - name: warranty
    phrases: {en: [claim warranty], zh: [申请保修]}
    steps:
      - ask: {variable: serial, question: {en: Which serial number?, zh: 序列号是多少？}, pattern: 'SN-\\d{4}'}
      - ask:
          variable: bought
          question: {en: Bought online or in a shop?, zh: 是网上还是门店购买的？}
          choices: {online: [online, website, 网上], shop: [shop, 门店]}
      - ask: {variable: trouble, question: {en: What is wrong?, zh: 有什么问题？}}
      - set: {summary: "{serial} ({bought})"}
      - reply: {en: "Noted: {trouble}", zh: "已记录：{trouble}"}
      - goto: {specialist: support, task: "Warranty claim {summary}: {trouble}"}
  - name: gold
    phrases: [i am gold]
    steps: [{set: {plan: gold}}]
  - name: gold-line
    phrases: [hotline]
    when: {variables: {plan: gold}}
    steps: [{escalate: {team: finance, priority: high, summary: A gold customer.}}]
  - name: fee
    phrases: [fee]
    when: {language: en, variables: {plan: ""}}
    steps: [{reply: No fee is known.}]
`);
if ('faults' in parsed) throw new Error(JSON.stringify(parsed.faults));
const { policy } = parsed;

function say(
  text: string,
  state: PolicyState = noPolicyState,
  person: 'guest' | 'staff' = 'guest',
) {
  const locale = detectLocale(text);
  const isForPerson = () => text.includes('human');
  return decideByPolicy(policy, { text, locale, person, state, isForPerson });
}

/** Says one thing after another, and gives what came of each. */
function converse(...texts: string[]) {
  let state = noPolicyState;
  return texts.map((text) => {
    const decision = say(text, state);
    state = decision?.state ?? { ...state, waiting: null };
    return decision;
  });
}

describe('a phrase is found', () => {
  test.each([
    ['What is the WIFI, please?', 'wifi'],
    ['the wi-fi   password?!', 'wifi'],
    ['ｗｉｆｉ', 'wifi'],
    ['请问店里的无线密码是什么', 'wifi'],
    ['請問無線密碼是什麼？', 'wifi'],
    ['无线 网络密码多少', 'wifi'],
    ['Stop!', 'stop'],
  ])('in «%s»', (text, rule) => expect(say(text)?.rule.name).toBe(rule));

  test.each(['wifis', 'Where does the bus stop?', '密码忘了', 'free delivery', '?!'])(
    'but not in «%s»',
    (text) => expect(say(text)).toBeNull(),
  );
});

test('the first rule whose conditions hold is followed', () => {
  expect(say('wifi?', noPolicyState, 'staff')?.replies).toEqual(['Ask your manager.']);
  expect(say('wifi?')?.replies).toEqual(['It is on the **receipt**.']);
  expect(say('hotline')).toBeNull();
  const [gold, hotline, fee] = converse('I am gold', 'hotline', 'fee');
  expect(gold).toMatchObject({ isAnswered: false, state: { variables: { plan: 'gold' } } });
  expect(hotline?.escalation).toMatchObject({ teamId: 'finance', priority: 'high' });
  expect(fee).toBeNull();
  expect(say('fee')?.replies).toEqual(['No fee is known.']);
});

test('questions are asked one by one, and the answers end in a handoff', () => {
  const said = converse(
    'I want to claim warranty',
    'it says sn-0042 on it',
    'on your website',
    'It leaks <b>badly</b>\n[see](https://example.com)',
  );
  expect(said.map((it) => it?.replies)).toEqual([
    ['Which serial number?'],
    ['Bought online or in a shop?'],
    ['What is wrong?'],
    ['Noted: It leaks \\<b\\>badly\\</b\\> \\[see\\](https://example.com)'],
  ]);
  expect(said[3]?.handoff).toEqual({
    to: 'support',
    task: 'Warranty claim sn-0042 (online): It leaks <b>badly</b> [see](https://example.com)',
  });
});

test('a question goes on in the language it was asked in', () => {
  expect(converse('我要申请保修', 'SN-0042')[1]?.replies).toEqual(['是网上还是门店购买的？']);
});

test('an answer that does not fit is asked for once more, then the message goes its usual way', () => {
  const [, first, second, third] = converse('claim warranty', '42', 'still 42', 'SN-1234');
  expect(first?.replies).toEqual([
    'That does not look like what I asked for.',
    'Which serial number?',
  ]);
  expect(second).toMatchObject({ isAnswered: false, replies: [], state: { waiting: null } });
  expect(third).toBeNull();
});

test('a person may leave a question, ask something else, or ask for a human being', () => {
  const waiting = converse('claim warranty')[0]?.state;
  expect(say('no thanks', waiting)).toMatchObject({ isAnswered: true, state: { waiting: null } });
  expect(say('What is your address?', waiting)).toMatchObject({ isAnswered: false });
  expect(say('wifi', waiting)).toMatchObject({ rule: { name: 'wifi' }, state: { waiting: null } });
  expect(say('a human please', waiting)).toBeNull();
});

test('the last of 500 rules is found', () => {
  const rules = Array.from({ length: 500 }, (_, at) => {
    const steps = '    steps: [{reply: x}]';
    return `  - name: r${at}\n    phrases: [order number ${at}, 订单编号${at}]\n${steps}`;
  });
  const many = parsePolicy(`rules:\n${rules.join('\n')}`);
  if ('faults' in many) throw new Error('the rules are at fault');
  const messages = [
    'Where is my order number 499 that I placed on Monday?',
    '我的订单编号499在哪里？',
  ];
  expect(messages.map((text) => many.policy.match(text)[0]?.name)).toEqual(['r499', 'r499']);
});
