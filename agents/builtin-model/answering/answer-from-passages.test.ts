import { describe, expect, test } from 'vitest';
import type { PromptPassage } from '@/agents/builtin-model/read-prompt';
import { answerFromPassages } from './answer-from-passages';
import { countWords } from './count-words';

const policy: PromptPassage = {
  n: 1,
  document: 'Travel policy',
  text: `Travel by train is preferred. Hotels may cost up to 180 euros a night in large cities. Dr. Mayer approves exceptions.
- Taxis are paid after 22:00.
- Rental cars need approval.`,
};
const prices: PromptPassage = {
  n: 2,
  document: 'Prices',
  text: 'Service | Price\nRepair | 40 €\nHome setup | 90 €',
};
const rules: PromptPassage = {
  n: 3,
  document: '差旅制度',
  text: '国内出差优先乘坐高铁。一线城市住宿标准为每晚500元。超标部分由个人承担。',
};

describe('an answer from passages', () => {
  test('is a sentence of the document, whole, with its number', () => {
    const answer = answerFromPassages('How much may a hotel cost?', [policy, prices], 'en');
    expect(answer).toContain('Hotels may cost up to 180 euros a night in large cities. [1]');
  });

  test('holds nothing but quotations and citations', () => {
    const answer = answerFromPassages('Who approves exceptions?', [policy], 'en');
    for (const sentence of answer.split(/ \[1\]\n*/).filter(Boolean)) {
      expect(policy.text).toContain(sentence);
    }
  });

  test('shows a row with its header', () => {
    const answer = answerFromPassages('What is the price of a home setup?', [policy, prices], 'en');
    expect(answer).toContain('| Service | Price |');
    expect(answer).toContain('| Home setup | 90 € |');
    expect(answer).toContain('[2]');
    expect(answer).not.toContain('| Repair |');
  });

  test('keeps list items as items and names their document', () => {
    const answer = answerFromPassages('When are taxis paid?', [policy], 'en');
    expect(answer).toContain('Travel policy');
    expect(answer).toContain('- Taxis are paid after 22:00. [1]');
  });

  test('in Chinese quotes the Chinese passage', () => {
    const answer = answerFromPassages('一线城市住宿标准是多少？', [policy, rules], 'zh');
    expect(answer).toContain('一线城市住宿标准为每晚500元。');
    expect(answer).toContain('[3]');
  });

  test('meets a question in traditional characters', () => {
    const answer = answerFromPassages('一線城市的住宿標準是多少？', [rules], 'zh');
    expect(answer).toContain('每晚500元');
  });

  test('never gives an answer of a list of questions without its question', () => {
    const faq = {
      n: 1,
      document: '常见问题',
      text: '问：发票可以开专票吗？\n答：可以。\n问：营业到几点？\n答：六点。',
    };
    const answer = answerFromPassages('发票能开专票吗？', [faq], 'zh');
    expect(answer).toContain('问：发票可以开专票吗？ 答：可以。');
    expect(answer).not.toContain('六点');
  });

  test('stays short', () => {
    const text = Array.from({ length: 40 }, (_, at) => `Hotel rule ${at} names a hotel price.`);
    const long = { n: 1, document: 'Rules', text: text.join(' ') };
    expect(countWords(answerFromPassages('hotel price', [long], 'en'))).toBeLessThan(70);
  });

  test('is refused when nothing was found, and a person is offered', () => {
    expect(answerFromPassages('How much is it?', [], 'en')).toMatch(/person/);
    expect(answerFromPassages('多少钱？', [], 'zh')).toMatch(/人工/);
  });
});
