import { expect, test } from 'vitest';
import { listServers } from './list-servers';

const variables = (described: object, url: string) =>
  listServers({ servers: [{ url, variables: described }] });

test('what an address leaves open has its default, and each other value that it may have is offered', () => {
  const region = { default: 'eu', enum: ['us', 'eu', 'ap'] };
  expect(
    variables({ region, port: { default: 8443 } }, 'https://{region}.example.com:{port}/v1'),
  ).toEqual({
    addresses: ['eu', 'us', 'ap'].map((name) => `https://${name}.example.com:8443/v1`),
    filled: [
      { name: 'region', value: 'eu' },
      { name: 'port', value: '8443' },
    ],
  });
});

test.each<[string, object, string, string[]]>([
  ['nothing open', {}, 'https://api.example.com/v1', ['https://api.example.com/v1']],
  [
    'an empty default',
    { path: { default: '' } },
    'https://a.example/{path}',
    ['https://a.example/'],
  ],
  ['no default, but choices', { tld: { enum: ['de'] } }, 'https://a.{tld}', ['https://a.de']],
  ['a scheme', { scheme: { default: 'https' } }, '{scheme}://a.example', ['https://a.example']],
  ['nobody tells what it is', {}, 'https://{tenant}.example.com', []],
  ['called like what every object has', {}, 'https://{constructor}.example.com', []],
  ['filled with another open part', { a: { default: '{b}' } }, 'https://{a}.example.com', []],
  ['no full address', { v: { default: '1' } }, '/v{v}', []],
])('%s', (_, described, url, addresses) => {
  expect(variables(described, url).addresses).toEqual(addresses);
});

test('there are as many as people can choose from, whatever a document holds', () => {
  const many = Array.from({ length: 500 }, (_, nth) => `r${nth}`);
  const found = variables({ r: { default: 'r0', enum: many } }, 'https://{r}.example.com');
  expect(found.addresses).toHaveLength(20);
  expect(listServers({ servers: 'none' })).toEqual({ addresses: [], filled: [] });
});
