/** The value below which `percent` of these lie, rounded to so many digits after the point. */
export function percentile(values: number[], percent: number, digits = 0): number {
  const sorted = values.toSorted((a, b) => a - b);
  const index = Math.min(sorted.length - 1, Math.floor((percent / 100) * sorted.length));
  return Number((sorted[index] ?? 0).toFixed(digits));
}
