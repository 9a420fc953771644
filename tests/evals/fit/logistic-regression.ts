/** One example: its features, whether it is true, and how much it counts. */
export interface Example {
  features: number[];
  isTrue: boolean;
  weight: number;
}

/** What was fitted: a coefficient for each feature, in their order, and the constant. */
export interface LogisticModel {
  coefficients: number[];
  constant: number;
}

const rounds = 50;
/** A little of the squared coefficients is added to the loss: a fit always ends. */
const ridge = 1e-6;

/** The evidence of a model for features: the logarithm of the odds. */
export function logOdds({ coefficients, constant }: LogisticModel, features: number[]): number {
  return coefficients.reduce((sum, each, at) => sum + each * (features[at] ?? 0), constant);
}

/** Fits by Newton's method (iteratively reweighted least squares). */
export function fitLogistic(examples: Example[]): LogisticModel {
  const size = (examples[0]?.features.length ?? 0) + 1;
  let beta = new Array<number>(size).fill(0);
  for (let round = 0; round < rounds; round++) {
    const { gradient, hessian } = slopeOf(examples, beta);
    const step = solve(hessian, gradient);
    beta = beta.map((each, at) => each - (step[at] ?? 0));
    if (Math.max(...step.map(Math.abs)) < 1e-9) break;
  }
  return { coefficients: beta.slice(0, -1), constant: beta.at(-1) ?? 0 };
}

/** First and second derivatives of the loss, where the constant stands last. */
function slopeOf(examples: Example[], beta: number[]) {
  const total = examples.reduce((sum, { weight }) => sum + weight, 0);
  const gradient = beta.map((each) => ridge * each);
  const hessian = beta.map((_, row) => beta.map((__, at): number => (at === row ? ridge : 0)));
  const model = { coefficients: beta.slice(0, -1), constant: beta.at(-1) ?? 0 };
  for (const { features, isTrue, weight } of examples) {
    const inputs = [...features, 1];
    const likely = 1 / (1 + Math.exp(-logOdds(model, features)));
    const share = weight / total;
    for (const [row, input] of inputs.entries()) {
      gradient[row] = (gradient[row] ?? 0) + share * (likely - Number(isTrue)) * input;
      const line = hessian[row] ?? [];
      for (const [at, other] of inputs.entries()) {
        line[at] = (line[at] ?? 0) + share * likely * (1 - likely) * input * other;
      }
    }
  }
  return { gradient, hessian };
}

/** Solves a system of linear equations by Gauss-Jordan elimination, with the largest pivots. */
function solve(matrix: number[][], right: number[]): number[] {
  const rows = matrix.map((row, at) => [...row, right[at] ?? 0]);
  for (let column = 0; column < rows.length; column++) {
    const rest = rows.splice(column).sort((a, b) => sizeAt(b, column) - sizeAt(a, column));
    rows.push(...rest);
    const pivot = rows[column] ?? [];
    const scale = pivot[column] || 1;
    for (let at = 0; at < pivot.length; at++) pivot[at] = (pivot[at] ?? 0) / scale;
    for (const row of rows) {
      if (row === pivot) continue;
      const factor = row[column] ?? 0;
      for (let at = 0; at < row.length; at++) row[at] = (row[at] ?? 0) - factor * (pivot[at] ?? 0);
    }
  }
  return rows.map((row) => row.at(-1) ?? 0);
}

function sizeAt(row: number[], column: number): number {
  return Math.abs(row[column] ?? 0);
}
