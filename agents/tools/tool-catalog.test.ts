import { toJsonSchema } from '@langchain/core/utils/json_schema';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { toolFreeTexts } from '@/agents/builtin-model/choosing/tool-model';
import { catalogs } from '@/lib/i18n/catalog';
import { locales } from '@/lib/locale';
import { appointmentTools } from './appointments';
import { invoiceTools } from './invoices';
import { orderTools } from './orders';

const tools = [...orderTools, ...invoiceTools, ...appointmentTools];

const describedSchema = z.looseObject({
  metadata: z.object({
    risk: z.enum(['read', 'write']),
    examples: z.object({ en: z.array(z.string()), zh: z.array(z.string()) }),
  }),
});
const jsonSchema = z.looseObject({
  properties: z.record(z.string(), z.looseObject({ description: z.string() })).default({}),
});

test.each(tools.map((tool) => [tool.name, tool] as const))(
  '%s can be chosen, filled in and told about in both languages',
  (name, tool) => {
    expect(tool.description.length).toBeGreaterThan(60);
    const { risk, examples } = describedSchema.parse(tool).metadata;
    expect(() => jsonSchema.parse(toJsonSchema(tool.schema))).not.toThrow();
    for (const locale of locales) {
      expect(new Set(examples[locale]).size).toBeGreaterThanOrEqual(10);
      const { replies, actions } = catalogs[locale].agents;
      expect(replies).toHaveProperty([name, 'ok']);
      if (risk === 'write') expect(actions).toHaveProperty([name, 'title']);
    }
  },
);

test('no argument of a tool says who the person is', () => {
  const names = tools.flatMap(({ schema }) =>
    Object.keys(jsonSchema.parse(toJsonSchema(schema)).properties),
  );
  expect(names.filter((name) => /account|customer|user|principal|email/.test(name))).toEqual([]);
});

test('nothing is said to two tools, or to a tool and to none', () => {
  const said = tools.flatMap((tool) => {
    const { en, zh } = describedSchema.parse(tool).metadata.examples;
    return [...new Set([...en, ...zh].map(plain))];
  });
  const known = new Set(toolFreeTexts().map(plain));
  expect(said.filter((text, at) => said.indexOf(text) !== at || known.has(text))).toEqual([]);
});

const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
