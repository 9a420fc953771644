/** Rows per statement: PostgreSQL takes 65,535 parameters at once. */
const batchSize = 500;

/** Cuts numbered rows into as many as one statement takes; `seq` is a row's place, from 0. */
export function* batches<Row>(rows: Row[]): Generator<(Row & { seq: number })[]> {
  for (let at = 0; at < rows.length; at += batchSize) {
    yield rows.slice(at, at + batchSize).map((row, index) => ({ ...row, seq: at + index }));
  }
}
