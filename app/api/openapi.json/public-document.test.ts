import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { publicOperations } from './operations';
import { publicDocument } from './public-document';

test('everything that is described has a route with that method', () => {
  const missing = publicOperations.filter(({ method, path }) => {
    const folder = `app${path.replaceAll('{', '[').replaceAll('}', ']')}`;
    const file = `${folder}/route.ts`;
    const exported = new RegExp(
      `export (const|function|async function) ${method.toUpperCase()}\\b`,
    );
    return !existsSync(file) || !exported.test(readFileSync(file, 'utf8'));
  });
  expect(missing.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
});

test('a program can learn from the document how to ask', () => {
  const document = publicDocument('http://desk.test');
  const ids = Object.values(document.paths)
    .flatMap((operations) => Object.values(operations))
    .map((operation) => (operation as { operationId: string }).operationId);
  expect(new Set(ids).size).toBe(publicOperations.length);
  expect(document.paths['/api/chat']).toMatchObject({
    post: {
      requestBody: { content: { 'application/json': { schema: { required: ['id', 'message'] } } } },
    },
  });
});
