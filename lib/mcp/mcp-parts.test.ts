import { StreamableHTTPError } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { McpError } from '@modelcontextprotocol/sdk/types.js';
import { describe, expect, test } from 'vitest';
import { checkArguments } from '@/lib/json-schema/check-arguments';
import { TimeOver } from '@/lib/within-time';
import { boundData } from './bound-data';
import { currentCall, inCall, outsideCall } from './call-context';
import { readCommandList } from './command-list';
import { McpFault } from './mcp-fault';
import { toMcpAnswer } from './read-result';
import { toOfferedTool } from './to-offered-tool';
import { withoutProof } from './without-proof';
import { withoutWords } from './without-words';

describe('commands of the environment', () => {
  test('are read with what they need and nothing else', () => {
    expect(readCommandList('{"files": {"command": "npx", "args": ["-y", "x"]}}')).toEqual({
      files: { command: 'npx', args: ['-y', 'x'], env: {} },
    });
  });

  test.each([
    ['{"a b": {"command": "x"}}', 'name commands'],
    ['{"a": {"command": ""}}', 'a.command'],
    ['{"a": {"command": "x", "shell": true}}', 'shell'],
    ['{"a": {"command": "x", "env": {"A=B": "c"}}}', 'names of variables'],
    ['{', 'JSON'],
  ])('%s is refused with what to change', (source, told) => {
    expect(() => readCommandList(source)).toThrow(told);
  });
});

describe('a tool as its server describes it', () => {
  const read = (raw: unknown) => toOfferedTool(raw, new Set());
  const inputSchema = { type: 'object' };

  test('is cut to what people read, and believed in nothing', () => {
    const tool = read({
      name: 'find',
      description: 'x'.repeat(9_000),
      inputSchema,
      outputSchema: 'nonsense',
      annotations: { title: 'Find', readOnlyHint: true },
    });
    expect(tool).toMatchObject({
      title: 'Find',
      hints: { isReadOnly: true, isDestructive: true },
      input: { type: 'object', properties: {} },
    });
    expect(tool.description).toHaveLength(4_000);
    expect(tool.output).toBeUndefined();
    expect(tool.problem).toBeUndefined();
  });

  const deep = (levels: number): unknown =>
    levels === 0 ? {} : { type: 'object', properties: { a: deep(levels - 1) } };

  test.each([
    ['nothing at all', null, 'bad_name'],
    ['a name with blanks', { name: 'a b', inputSchema }, 'bad_name'],
    ['no arguments', { name: 'a' }, 'bad_schema'],
    ['arguments that are a list', { name: 'a', inputSchema: { type: 'array' } }, 'bad_schema'],
    ['arguments without end', { name: 'a', inputSchema: deep(40) }, 'bad_schema'],
    [
      'a huge list of choices',
      { name: 'a', inputSchema: { type: 'object', enum: Array(20_000).fill('abcdef') } },
      'bad_schema',
    ],
    [
      'a reference to elsewhere',
      {
        name: 'a',
        inputSchema: { type: 'object', properties: { x: { $ref: 'http://evil.example/' } } },
      },
      'bad_schema',
    ],
    [
      'arguments that double at each level',
      {
        name: 'a',
        inputSchema: {
          type: 'object',
          properties: { definitions: { $ref: '#/$defs/a0' } },
          $defs: Object.fromEntries(
            Array.from({ length: 30 }, (_, at) => {
              const next = { $ref: `#/$defs/a${at + 1}` };
              return [`a${at}`, at < 29 ? { anyOf: [next, next] } : { type: 'number' }];
            }),
          ),
        },
      },
      'bad_schema',
    ],
    [
      'what is done in the background',
      { name: 'a', inputSchema, execution: { taskSupport: 'required' } },
      'long_running',
    ],
  ])('with %s is listed with what is wrong', (_, raw, problem) => {
    expect(read(raw).problem).toBe(problem);
  });
});

describe('arguments that contain themselves', () => {
  const next = { type: 'object', properties: { next: { $ref: '#/$defs/Node' } } };
  const input = {
    type: 'object',
    properties: { node: { $ref: '#/$defs/Node' } },
    $defs: { Node: { anyOf: [next, next], minProperties: 1 } },
  };

  test('are checked as far as they say something new', () => {
    const { problem } = toOfferedTool({ name: 'a', inputSchema: input }, new Set());
    expect(problem).toBeUndefined();
    const deep = JSON.parse(`${'{"next":'.repeat(40)}1${'}'.repeat(40)}`);
    expect(checkArguments(input, { node: deep })).toBeUndefined();
    expect(checkArguments(input, { node: 1 })).toContain('node');
  });
});

describe('what a server says', () => {
  const proof = { headers: { authorization: 'Bearer the-long-token' }, query: {} };

  test('is passed on without the credential that it was sent', () => {
    const told = { content: [{ type: 'text', text: 'You sent Bearer the-long-token.' }] };
    expect(JSON.stringify(withoutProof(told, proof))).toContain('You sent ••••••.');
    expect(withoutProof('the-long-token', proof)).toBe('••••••');
    expect(withoutProof(told, undefined)).toBe(told);
  });

  test('is not in the log: kinds and codes are', () => {
    const said = 'Traceback: Bearer the-long-token\n    for Ms Liu';
    const cause = new StreamableHTTPError(500, said);
    const all = [cause, new McpError(-32_603, said), new SyntaxError(said)].flatMap((error) => [
      error,
      new TimeOver('the time is over', { cause: error }),
    ]);
    for (const error of all) {
      const { message, stack } = withoutWords(error) as Error;
      expect(`${message} ${stack}`).not.toMatch(/Traceback|token|Liu/);
      expect(stack).toMatch(/\n {4}at /);
    }
    expect(withoutWords(all[1])).toMatchObject({ message: 'TimeOver < StreamableHTTPError 500' });
    const own = new McpFault('too_large');
    expect(withoutWords(own)).toBe(own);
  });
});

test('what a server asks in the middle of a call is no part of the call', async () => {
  const signal = new AbortController().signal;
  const [inside, outside] = await inCall({ maxBytes: 1 }, signal, async () => [
    currentCall(),
    outsideCall(currentCall),
  ]);
  expect(inside?.signal.aborted).toBe(true);
  expect(outside).toBeUndefined();
});

describe('an answer', () => {
  test('is its structure, or its text with what else there is by name', () => {
    const content = [
      { type: 'text', text: 'a\0b' },
      { type: 'resource_link', name: 'Handbook', uri: 'file:///x' },
      { type: 'resource', resource: { uri: 'file:///y', text: 'secret' } },
    ];
    expect(toMcpAnswer({ content })).toEqual({
      outcome: 'ok',
      data: { text: 'ab\n[resource_link: Handbook]\n[resource: file:///y]' },
    });
    const structuredContent = { degrees: 21 };
    expect(toMcpAnswer({ content, structuredContent })).toEqual({
      outcome: 'ok',
      data: structuredContent,
    });
  });

  test('is never more than somebody reads', () => {
    const data = { first: 'x'.repeat(50), list: Array(100).fill('y'.repeat(30)), last: 'z' };
    const text = JSON.stringify(boundData(data, 200));
    expect(text.length).toBeLessThan(300);
    expect(text).toContain('x'.repeat(50));
    const circleLike = JSON.parse(`${'{"a":'.repeat(200)}1${'}'.repeat(200)}`);
    expect(JSON.stringify(boundData(circleLike, 8_000)).length).toBeLessThan(200);
    const huge = [{ type: 'text', text: 'x'.repeat(1_000_001) }];
    expect(() => toMcpAnswer({ content: huge })).toThrow('too_large');
  });
});
