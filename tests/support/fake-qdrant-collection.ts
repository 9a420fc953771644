import { z } from 'zod';

const sparseSchema = z.object({ indices: z.array(z.number()), values: z.array(z.number()) });
const condition = z.object({
  key: z.string(),
  match: z.union([z.object({ value: z.string() }), z.object({ any: z.array(z.string()) })]),
});
const filterSchema = z.object({
  must: z.array(condition),
  must_not: z.array(condition).default([]),
});
type Filter = z.infer<typeof filterSchema>;

/** A point as it is sent. */
export const pointSchema = z.object({
  id: z.uuid(),
  vector: z.object({ sparse: sparseSchema, dense: z.array(z.number()).optional() }),
  payload: z.record(z.string(), z.string()),
});
type Point = z.infer<typeof pointSchema>;

/** Which points an operation is about, and what it sets. */
export const selectorSchema = z.object({
  filter: filterSchema,
  payload: z.record(z.string(), z.string()).optional(),
});

/** What a count is of. */
export const countSchema = z.object({ filter: filterSchema.optional() });

const branchSchema = z.object({
  query: z.union([sparseSchema, z.array(z.number())]),
  using: z.enum(['sparse', 'dense']).optional(),
  filter: filterSchema.optional(),
  limit: z.number().default(10),
  params: z
    .object({ exact: z.boolean().default(false) })
    .loose()
    .optional(),
});
/** A query, perhaps over the results of another. */
export const querySchema = branchSchema.extend({ prefetch: branchSchema.optional() });
type Branch = z.infer<typeof branchSchema>;

const nested = z.record(z.string(), z.unknown());
/** How a collection is made. */
export const makingSchema = z.object({
  vectors: z.record(z.string(), z.object({ size: z.number() }).loose()),
  sparse_vectors: z.record(z.string(), nested),
  hnsw_config: nested.optional(),
  quantization_config: nested.optional(),
  on_disk_payload: z.boolean().default(true),
  shard_number: z.number().default(1),
  replication_factor: z.number().default(1),
  write_consistency_factor: z.number().default(1),
});
type Making = z.infer<typeof makingSchema>;
/** Last digits of the ids of points that a search over the graph misses. */
const missedEndings = new Set('02468ace');

/** What of it may be changed afterwards. */
export const changeSchema = z.object({
  vectors: z.record(z.string(), nested).optional(),
  sparse_vectors: z.record(z.string(), nested).optional(),
  params: nested.optional(),
  quantization_config: z.union([z.literal('Disabled'), nested]).optional(),
});
type Change = z.infer<typeof changeSchema>;

interface Scored {
  point: Point;
  score: number;
}

/** Points in memory, scored as Qdrant does: IDF from all points, cosine. */
export class FakeCollection {
  private readonly points = new Map<string, Point>();
  /** Fields with an index, and how many points there were when it was made. */
  private readonly indexes = new Map<string, { schema: unknown; points: number }>();

  private making: Making;

  constructor(making: Making) {
    this.making = making;
  }

  /** A copy of all of it, as a snapshot holds it. */
  toSnapshot(): string {
    return JSON.stringify({ making: this.making, points: [...this.points.values()] });
  }

  static fromSnapshot(text: string): FakeCollection {
    const { making, points } = z
      .object({ making: makingSchema, points: z.array(pointSchema) })
      .parse(JSON.parse(text));
    const collection = new FakeCollection(making);
    collection.upsert(points);
    return collection;
  }

  info() {
    const { hnsw_config = {}, quantization_config = null, ...params } = this.making;
    const fields = [...this.indexes].map(([name, { schema, points }]) => {
      return [name, { data_type: 'keyword', params: schema, points }] as const;
    });
    return {
      status: 'green',
      points_count: this.points.size,
      config: { params, hnsw_config, quantization_config },
      payload_schema: Object.fromEntries(fields),
    };
  }

  change({ vectors = {}, sparse_vectors = {}, params, quantization_config: quantization }: Change) {
    const { making } = this;
    this.making = makingSchema.parse({
      ...making,
      ...params,
      vectors: merged(making.vectors, vectors),
      sparse_vectors: { ...making.sparse_vectors, ...sparse_vectors },
      quantization_config:
        quantization === 'Disabled' ? undefined : (quantization ?? making.quantization_config),
    });
    return true;
  }

  makeIndex(field: string, schema: unknown) {
    this.indexes.set(field, { schema, points: this.points.size });
    return { status: 'completed' };
  }

  upsert(points: Point[]) {
    for (const point of points) {
      this.requireSize(point.vector.dense);
      this.points.set(point.id, point);
    }
    return { status: 'completed' };
  }

  private requireSize(dense: number[] | undefined): void {
    const expected = this.making.vectors.dense?.size;
    if (dense && dense.length !== expected) {
      throw new Error(`Vector dimension error: expected dim: ${expected}, got ${dense.length}`);
    }
  }

  /** How many points each value of a payload field has. */
  facet(key: string) {
    const counts = new Map<string, number>();
    for (const { payload } of this.points.values()) {
      const value = payload[key] ?? '';
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    return { hits: [...counts].map(([value, count]) => ({ value, count })) };
  }

  delete(filter: Filter) {
    for (const { id } of this.matching(filter)) this.points.delete(id);
    return { status: 'completed' };
  }

  setPayload(filter: Filter, payload: Record<string, string>) {
    for (const point of this.matching(filter)) Object.assign(point.payload, payload);
    return { status: 'completed' };
  }

  count(filter: Filter | undefined) {
    return this.matching(filter).length;
  }

  query({ prefetch, ...own }: z.infer<typeof querySchema>) {
    const among = prefetch && new Set(this.run(prefetch).map(({ point }) => point));
    const found = this.run(own, among);
    const points = found.slice(0, own.limit).map(({ point, score }) => {
      return { id: point.id, version: 1, score, payload: point.payload, vector: point.vector };
    });
    return { points };
  }

  private run({ query, using, filter, limit, params }: Branch, among?: Set<Point>): Scored[] {
    if (using === 'dense' && Array.isArray(query)) this.requireSize(query);
    // A graph of neighbours may miss some: here it always does, as long as nobody asks for all.
    const isMissed = ({ id }: Point) =>
      using === 'dense' && !params?.exact && missedEndings.has(id.slice(-1));
    const scoreOf = (point: Point): number => {
      if (using === 'sparse' && 'indices' in query) return this.sparseScore(query, point);
      if (using === 'dense' && Array.isArray(query)) return cosine(query, point.vector.dense ?? []);
      throw new Error('the query does not fit the vector it uses');
    };
    return this.matching(filter)
      .filter((point) => among?.has(point) ?? !isMissed(point))
      .map((point) => ({ point, score: scoreOf(point) }))
      .filter(({ point, score }) => (using === 'dense' ? point.vector.dense : score > 0))
      .sort((a, b) => b.score - a.score)
      .slice(0, limit);
  }

  private sparseScore(query: z.infer<typeof sparseSchema>, { vector }: Point): number {
    let score = 0;
    for (const [at, term] of query.indices.entries()) {
      const place = vector.sparse.indices.indexOf(term);
      if (place < 0) continue;
      const holders = [...this.points.values()].filter((point) =>
        point.vector.sparse.indices.includes(term),
      ).length;
      const idf = Math.log(1 + (this.points.size - holders + 0.5) / (holders + 0.5));
      score += (query.values[at] ?? 0) * (vector.sparse.values[place] ?? 0) * idf;
    }
    return score;
  }

  private matching(filter: Filter | undefined): Point[] {
    return [...this.points.values()].filter(
      ({ payload }) =>
        (filter?.must ?? []).every((one) => fits(payload, one)) &&
        !filter?.must_not.some((one) => fits(payload, one)),
    );
  }
}

function merged(all: Making['vectors'], changes: NonNullable<Change['vectors']>) {
  const entries = Object.entries(all).map(([name, old]) => [name, { ...old, ...changes[name] }]);
  return Object.fromEntries(entries);
}

function fits(payload: Point['payload'], { key, match }: z.infer<typeof condition>): boolean {
  const value = payload[key] ?? '';
  return 'value' in match ? match.value === value : match.any.includes(value);
}

function cosine(a: number[], b: number[]): number {
  const dot = a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
  return dot / (Math.hypot(...a) * Math.hypot(...b) || 1);
}
