import { expect, test } from 'vitest';
import { proposedCredential } from './proposed-credential';

const key = { type: 'apiKey', in: 'header', name: 'X-Desk-Key' };
const bearer = { type: 'http', scheme: 'Bearer', bearerFormat: 'JWT' };
const client = (tokenUrl: string) => ({
  type: 'oauth2',
  flows: { clientCredentials: { tokenUrl, scopes: { 'stays:read': '', 'stays:write': '' } } },
});

const documentWith = (securitySchemes: object, more: object = {}) => ({
  servers: [{ url: 'https://api.example.com/v2' }],
  components: { securitySchemes },
  ...more,
});

test.each([
  ['a key in a header', { key }, { kind: 'api-key', in: 'header', name: 'X-Desk-Key' }],
  [
    'a key in the address',
    { key: { ...key, in: 'query', name: 'api_key' } },
    { kind: 'api-key', in: 'query', name: 'api_key' },
  ],
  ['a bearer token', { bearer }, { kind: 'bearer' }],
  [
    'a client with its scopes',
    { client: client('https://login.example.com/token') },
    {
      kind: 'oauth2',
      tokenUrl: 'https://login.example.com/token',
      scope: 'stays:read stays:write',
    },
  ],
  [
    'a client whose tokens are fetched beside the API',
    { client: client('/token') },
    { kind: 'oauth2', tokenUrl: 'https://api.example.com/token', scope: 'stays:read stays:write' },
  ],
  ['a reference', { a: { $ref: '#/components/securitySchemes/b' }, b: bearer }, { kind: 'bearer' }],
])('%s is proposed as the document has it', (_, schemes, proposed) => {
  expect(proposedCredential(documentWith(schemes))).toEqual(proposed);
});

test('what calls require comes before what is only described, with the scopes that they name', () => {
  const schemes = { key, client: client('https://login.example.com/token') };
  const paths = { '/stays': { get: { security: [{ client: ['stays:read'] }] } } };
  expect(proposedCredential(documentWith(schemes, { paths }))).toMatchObject({
    kind: 'oauth2',
    scope: 'stays:read',
  });
  const security = [{ key: [], client: [] }, { key: [] }];
  expect(proposedCredential(documentWith(schemes, { security, paths }))).toMatchObject({
    kind: 'api-key',
  });
});

test.each([
  ['nothing', undefined],
  ['a cookie', { cookie: { ...key, in: 'cookie' } }],
  ['a name and a password', { basic: { type: 'http', scheme: 'basic' } }],
  ['a header that frames requests', { host: { ...key, name: 'Transfer-Encoding' } }],
  ['a person who signs in', { user: { type: 'oauth2', flows: { authorizationCode: {} } } }],
  ['no scheme at all', { broken: 'key', lost: { $ref: '#/components/securitySchemes/none' } }],
])('nothing is proposed where a document asks for %s', (_, schemes) => {
  expect(proposedCredential({ components: { securitySchemes: schemes } })).toBeNull();
});
