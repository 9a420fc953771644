import { expect } from 'vitest';
import type { ModelRequest } from './model-server';

interface WireMessage {
  role: string;
  content?: unknown;
  tool_call_id?: string;
  tool_calls?: { id: string; function: { name: string; arguments: string } }[];
}

/**
 * Holds a request to what the strictest providers ask of a history: one system message, first;
 * people and assistant in turns; nothing empty; every call answered right after it, once, under an
 * id that no other call has, with arguments that are an object.
 */
export function assertValidHistory(request: ModelRequest): void {
  const [system, ...rest] = request.messages as WireMessage[];
  expect(system?.role).toBe('system');
  expect(rest[0]?.role, 'a person begins').toBe('user');
  const ids = new Set<string>();
  const open = new Set<string>();
  let before = '';
  for (const { role, content, tool_calls: calls = [], tool_call_id: answered } of rest) {
    expect(role === 'system', 'a second system message').toBe(false);
    if (role === 'tool') {
      expect(open.delete(answered ?? ''), 'a result without a call').toBe(true);
    } else {
      expect([...open], 'calls without a result').toEqual([]);
      expect(role === before, `two messages of the ${role}`).toBe(false);
    }
    expect(isEmpty(content) && calls.length === 0, 'an empty message').toBe(false);
    for (const { id, function: called } of calls) {
      expect(ids.has(id), `a second call of the id ${id}`).toBe(false);
      expect(called.name).toMatch(/^[\w-]{1,64}$/);
      expect(typeof JSON.parse(called.arguments)).toBe('object');
      ids.add(id);
      open.add(id);
    }
    before = role;
  }
  expect([...open], 'calls without a result').toEqual([]);
  expect(['user', 'tool'], 'nothing to answer').toContain(before);
}

function isEmpty(content: unknown): boolean {
  return (
    content === undefined || content === null || content === '' || String(content).trim() === ''
  );
}
