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
});
/** A query, perhaps over the results of another. */
export const querySchema = branchSchema.extend({ prefetch: branchSchema.optional() });
type Branch = z.infer<typeof branchSchema>;

interface Scored {
  point: Point;
  score: number;
}

/** Points in memory, scored as Qdrant does: IDF from all points, cosine. */
export class FakeCollection {
  private readonly points = new Map<string, Point>();

  constructor(readonly vectors: Record<string, { size: number; distance: string }>) {}

  upsert(points: Point[]) {
    for (const point of points) {
      const size = point.vector.dense?.length;
      if (size !== undefined && size !== this.vectors.dense?.size) throw new Error('wrong size');
      this.points.set(point.id, point);
    }
    return { status: 'completed' };
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

  private run({ query, using, filter, limit }: Branch, among?: Set<Point>): Scored[] {
    const scoreOf = (point: Point): number => {
      if (using === 'sparse' && 'indices' in query) return this.sparseScore(query, point);
      if (using === 'dense' && Array.isArray(query)) return cosine(query, point.vector.dense ?? []);
      throw new Error('the query does not fit the vector it uses');
    };
    return this.matching(filter)
      .filter((point) => among?.has(point) ?? true)
      .map((point) => ({ point, score: scoreOf(point) }))
      .filter(({ score }) => using === 'dense' || score > 0)
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

function fits(payload: Point['payload'], { key, match }: z.infer<typeof condition>): boolean {
  const value = payload[key] ?? '';
  return 'value' in match ? match.value === value : match.any.includes(value);
}

function cosine(a: number[], b: number[]): number {
  const dot = a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
  return dot / (Math.hypot(...a) * Math.hypot(...b) || 1);
}
