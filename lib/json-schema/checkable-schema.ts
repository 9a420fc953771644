/**
 * How texts of some formats are written by those who run APIs, whatever RFC 3339 and 9562 say: times
 * without seconds, instants without a zone, ids of any version. Which of these it takes, the system
 * itself tells.
 */
const written: Record<string, { pattern: string; example: string }> = {
  time: {
    pattern: String.raw`^([01]?\d|2[0-3]):[0-5]\d(:[0-6]\d(\.\d+)?)?( ?([Zz]|[+-]\d{2}(:?\d{2})?))?$`,
    example: '10:00 or 10:00:00Z',
  },
  'date-time': {
    pattern: String.raw`^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(:[0-6]\d(\.\d+)?)?( ?([Zz]|[+-]\d{2}(:?\d{2})?))?$`,
    example: '2030-12-31T10:00:00Z',
  },
  uuid: {
    pattern: '^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$',
    example: '123e4567-e89b-12d3-a456-426614174000',
  },
};

/** Formats that everybody means the same by. */
const plainFormats = new Set(['date', 'email']);

/** What a text looks like that one of our own patterns takes, which is told as a regular expression; undefined for any other. */
export function exampleOfPattern(told: string): string | undefined {
  return Object.values(written).find(({ pattern }) => `${new RegExp(pattern)}` === told)?.example;
}

/** Keywords under which there are names of any kind, each with a schema. */
const maps = new Set(['properties', '$defs', 'definitions', 'dependentSchemas']);

/**
 * A JSON schema as arguments are checked by it before they are sent: types, names and limits. What
 * is a matter of taste is left to the system: most formats, and whether just one of `oneOf` fits.
 * Patterns of strangers, for texts as for names, may take for ever, so they are left to it, too.
 */
export function checkableSchema(value: unknown, isMap = false): unknown {
  if (Array.isArray(value)) return value.map((each) => checkableSchema(each));
  if (typeof value !== 'object' || value === null) return value;
  if (isMap) return cleaned(value, isMap);
  const {
    pattern: _pattern,
    readOnly: _readOnly,
    patternProperties,
    nullable,
    exclusiveMinimum,
    exclusiveMaximum,
    format,
    oneOf,
    ...rest
  } = value as Record<string, unknown>;
  const plain = cleaned(rest, isMap);
  // A name that is not told may be one that a pattern allows.
  if (patternProperties !== undefined) delete plain.additionalProperties;
  if (typeof exclusiveMinimum === 'number') plain.exclusiveMinimum = exclusiveMinimum;
  if (typeof exclusiveMaximum === 'number') plain.exclusiveMaximum = exclusiveMaximum;
  // Some say it of a single field, where it means nothing.
  if (!Array.isArray(plain.required)) delete plain.required;
  if (typeof format === 'string') Object.assign(plain, formatOf(format));
  if (Array.isArray(oneOf)) addChoice(plain, oneOf);
  // `nullable` is of 3.0.
  return nullable === true ? { anyOf: [plain, { type: 'null' }] } : plain;
}

function cleaned(fields: object, isMap: boolean): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([key, inner]) => [
      key,
      checkableSchema(inner, !isMap && maps.has(key)),
    ]),
  );
}

function formatOf(format: string): { pattern?: string; format?: string } {
  const own = Object.hasOwn(written, format) ? written[format] : undefined;
  if (own) return { pattern: own.pattern };
  return plainFormats.has(format) ? { format } : {};
}

/** Two kinds of number fit one number: of what documents call `oneOf`, any is meant. */
function addChoice(plain: Record<string, unknown>, oneOf: unknown[]): void {
  const choice = checkableSchema(oneOf);
  if (plain.anyOf === undefined) plain.anyOf = choice;
  else plain.allOf = [...(Array.isArray(plain.allOf) ? plain.allOf : []), { anyOf: choice }];
}
