import { isJsonObject } from '@/lib/shared/json-object';

const deepest = 3;

/** A value of the shape that a schema asks for, to show what JSON is to be typed. */
export function exampleOf(schema: unknown, depth = 0): unknown {
  if (!isJsonObject(schema)) return null;
  if (schema.example !== undefined) return schema.example;
  if (schema.default !== undefined) return schema.default;
  if (Array.isArray(schema.examples)) return schema.examples[0];
  if (Array.isArray(schema.enum)) return schema.enum[0];
  if (isJsonObject(schema.properties)) {
    if (depth >= deepest) return {};
    const parts = Object.entries(schema.properties);
    return Object.fromEntries(parts.map(([name, part]) => [name, exampleOf(part, depth + 1)]));
  }
  if (schema.type === 'array') return depth < deepest ? [exampleOf(schema.items, depth + 1)] : [];
  if (schema.type === 'number' || schema.type === 'integer') return 0;
  if (schema.type === 'boolean') return false;
  return schema.type === 'object' ? {} : '…';
}
