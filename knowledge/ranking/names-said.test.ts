import { expect, test } from 'vitest';
import { analyseChunk } from './analyse-chunk';
import { shareOfNames } from './names-said';

const passage = analyseChunk({
  title: 'Ferries',
  headingPath: [],
  text: 'The ferry from Aalvik to Tornes leaves every hour.',
});

test.each([
  ['When does the ferry leave Aalvik?', 1],
  ['When does the ferry from Aalvik to Tornes leave?', 1],
  ['When does the ferry from Aalvik to Solund leave?', 0.5],
  ['When does the ferry leave Solund?', 0],
  ['when does the ferry leave solund?', null],
  ['May I’ll take the ferry on Monday in March?', null],
  ['When Does The Ferry Leave Solund?', null],
  ['渡轮几点开？', null],
])('«%s»: %s of its names', (question, share) => {
  expect(shareOfNames(question, passage)).toBe(share);
});
