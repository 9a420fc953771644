import { describe, expect, test } from 'vitest';
import type { PromptPassage } from '@/agents/builtin-model/read-prompt';
import { answerFromPassages } from './answer-from-passages';

function numbered(document: string, texts: string[]): PromptPassage[] {
  return texts.map((text, at) => ({ n: at + 1, document, text }));
}

const library = numbered('Library loans', [
  'Library loans\n\nThese rules are for everyone who borrows from the library.',
  'How long you keep a book\n\nA book may be kept for 21 days. It can be renewed twice unless somebody waits for it.',
  'What cannot be borrowed\n\n- Atlases and dictionaries.\n- Newspapers of this week.',
  'What can be borrowed\n\n- Novels and films.',
  'Fees\n\nA late book costs a fee for every day:\n\nReader | Fee\nChild | EUR 0.10\nAdult | EUR 0.50',
]);
const lodging: PromptPassage[] = [
  {
    n: 1,
    document: '出行手册',
    text: '第二章 标准\n\n第四条 住宿标准见下表，超出部分自理。\n\n级别 | 城市 | 住宿（元/晚）\n甲级 | 海口、三亚 | 610\n乙级 | 其他 | 330\n\n第五条 同行两人合住一间。',
  },
  { n: 2, document: '出行手册', text: '第三章 材料\n\n第六条 须提交住宿水单和车票。' },
];

describe('an answer', () => {
  test('never glues a title to a sentence', () => {
    const answer = answerFromPassages('How long may I keep a book?', library, 'en');
    expect(answer).toMatch(/^A book may be kept for 21 days\./);
    expect(answer).not.toContain('How long you keep');
  });

  test('never fills its room with the title of a page', () => {
    const pages = numbered('kettle', [
      'Descaling\nDescale the kettle every six weeks with citric acid.',
      'Kettle care\nRinse the kettle before its first use.',
      'Storage\nKeep the kettle dry and upright.',
    ]);
    const answer = answerFromPassages('How often should I descale the kettle?', pages, 'en');
    expect(answer).toBe('Descale the kettle every six weeks with citric acid. [1]');
  });

  test('to a broad question gives periods and conditions, not the introduction', () => {
    const answer = answerFromPassages('What is your loans policy?', library, 'en');
    expect(answer).toContain('21 days');
    expect(answer).not.toContain('These rules');
  });

  test.each([
    ['What cannot be borrowed?', 'Atlases', 'Novels'],
    ['What can be borrowed?', 'Novels', 'Atlases'],
  ])('to «%s» is the section of that title', (question, told, untold) => {
    const answer = answerFromPassages(question, library, 'en');
    expect(answer).toContain(told);
    expect(answer).not.toContain(untold);
  });

  test('is the row that is asked for, under its header', () => {
    const answer = answerFromPassages('What is the fee for a child?', library, 'en');
    expect(answer).toContain('| Reader | Fee |');
    expect(answer).toContain('| Child | EUR 0.10 |');
    expect(answer).not.toContain('Adult');
  });

  test('is the whole table when a standard as such is asked for, and nothing besides', () => {
    const answer = answerFromPassages('住宿标准是多少？', lodging, 'zh');
    expect(answer).toContain('| 甲级 | 海口、三亚 | 610 |');
    expect(answer).toContain('| 乙级 | 其他 | 330 |');
    expect(answer).not.toMatch(/第五条|第六条|\[2\]/);
  });

  test('in Chinese is the row that is asked for', () => {
    const answer = answerFromPassages('乙级住宿上限多少？', lodging, 'zh');
    expect(answer).toContain('| 乙级 | 其他 | 330 |');
    expect(answer).not.toContain('610');
  });

  test('cites the passage that answers first, and leaves out what is on something else', () => {
    const passages = numbered('Pool', [
      'The pool has a café with warm meals.',
      'The pool opens at 7:00 and closes at 21:00. On Sundays it opens at 9:00.',
    ]);
    const answer = answerFromPassages('When does the pool open?', passages, 'en');
    expect(answer).toMatch(/^The pool opens at 7:00 .* \[2\]$/);
    expect(answer).not.toContain('café');
  });
});
