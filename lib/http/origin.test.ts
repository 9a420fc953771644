import { expect, test } from 'vitest';
import { requireSameOrigin } from './origin';

const askedBy = (origin: string, host: string, authorization?: string) =>
  new Request('http://desk.example/api/chat', {
    method: 'POST',
    headers: { origin, host, ...(authorization && { authorization }) },
  });
const anyName = { PORT: 3000 };
const oneName = { PORT: 3000, FRONTDESK_URL: 'https://desk.example' };

test.each([
  ['the address of this machine', askedBy('http://localhost:3000', 'localhost:3000'), anyName],
  ['any name that the desk is asked by', askedBy('http://desk:3000', 'desk:3000'), anyName],
  ['the one address, behind a proxy', askedBy('https://desk.example', 'inside:3000'), oneName],
  ['the same desk by its number', askedBy('http://[::1]:3000', '[::1]:3000'), oneName],
  ['anywhere, with a key', askedBy('http://evil.example', 'desk', 'Bearer fd_x'), oneName],
])('a change is taken from a page of %s', (_, request, settings) => {
  expect(() => requireSameOrigin(request, settings)).not.toThrow();
});

test.each([
  ['of another site', askedBy('http://evil.example', 'desk:3000'), anyName],
  ['of no known origin', askedBy('null', 'null'), anyName],
  ['of a name that was made to lead here', askedBy('http://evil.example', 'evil.example'), oneName],
])('a change is refused to a page %s', (_, request, settings) => {
  expect(() => requireSameOrigin(request, settings)).toThrow('wrong_origin');
});
