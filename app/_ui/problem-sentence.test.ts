import { APICallError } from 'ai';
import { expect, test } from 'vitest';
import { problemSentence } from './problem-sentence';

const refused = (body: string) =>
  new APICallError({
    message: body,
    responseBody: body,
    statusCode: 409,
    url: '/api/chat',
    requestBodyValues: undefined,
  });

test("a refused message is explained in the server's words", () => {
  const body = '{"error":{"code":"queue_full","message":"Wait for the answer."}}';
  expect(problemSentence(refused(body))).toBe('Wait for the answer.');
});

test('a page of a proxy in between, or no answer at all, gives no sentence', () => {
  expect(problemSentence(refused('<html>Bad gateway</html>'))).toBeNull();
  expect(problemSentence(new TypeError('Failed to fetch'))).toBeNull();
});

test('an error told inside the stream is shown as it is', () => {
  expect(problemSentence(new Error('The model is down.'))).toBe('The model is down.');
});
