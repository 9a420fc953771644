/** Figures of a ranked retrieval with binary relevance, averaged over queries, 0 to 1. */
export interface RankingFigures {
  recall: { '1': number; '5': number; '10': number };
  mrr10: number;
  ndcg10: number;
}

interface Ranking {
  /** Ids that are right. */
  gold: string[];
  /** Ids found, best first. */
  found: string[];
}

/** Recall at 1, 5, 10, mean reciprocal rank and nDCG at 10. */
export function rankingFigures(rankings: Ranking[]): RankingFigures {
  const mean = (of: (ranking: Ranking) => number) => {
    const sum = rankings.reduce((total, ranking) => total + of(ranking), 0);
    return Math.round((sum / Math.max(1, rankings.length)) * 10_000) / 10_000;
  };
  return {
    recall: {
      '1': mean((ranking) => recall(ranking, 1)),
      '5': mean((ranking) => recall(ranking, 5)),
      '10': mean((ranking) => recall(ranking, 10)),
    },
    mrr10: mean(reciprocalRank),
    ndcg10: mean(ndcg),
  };
}

function recall({ gold, found }: Ranking, k: number): number {
  const first = new Set(found.slice(0, k));
  return gold.filter((id) => first.has(id)).length / Math.max(1, gold.length);
}

function reciprocalRank({ gold, found }: Ranking): number {
  const place = found.slice(0, 10).findIndex((id) => gold.includes(id));
  return place < 0 ? 0 : 1 / (place + 1);
}

/** Järvelin & Kekäläinen 2002. */
function ndcg({ gold, found }: Ranking): number {
  const gain = (place: number) => 1 / Math.log2(place + 2);
  let gained = 0;
  for (const [place, id] of found.slice(0, 10).entries())
    if (gold.includes(id)) gained += gain(place);
  let ideal = 0;
  for (let place = 0; place < Math.min(10, gold.length); place++) ideal += gain(place);
  return ideal > 0 ? gained / ideal : 0;
}

/**
 * Area under the ROC curve: how often a positive scores above a negative, ties counting half
 * (Mann-Whitney U).
 */
export function areaUnderCurve(positives: number[], negatives: number[]): number {
  const sorted = [...negatives].sort((a, b) => a - b);
  let wins = 0;
  for (const value of positives) {
    const below = firstIndex(sorted, (other) => other >= value);
    const notAbove = firstIndex(sorted, (other) => other > value);
    wins += below + (notAbove - below) / 2;
  }
  return wins / (positives.length * negatives.length);
}

/** Where an ascending list begins to satisfy a condition. */
function firstIndex(sorted: number[], isPast: (value: number) => boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isPast(sorted[middle] as number)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Into how many parts confidences are put to see whether they are right. */
const bins = 10;

/**
 * Expected calibration error, 0 to 1: how far confidences are from the share of positives among
 * those alike, in ten equal parts, weighed by how many fall into each (Naeini, Cooper & Hauskrecht
 * 2015).
 * @param positives confidences, 0 to 1, of what is true
 * @param negatives those of what is not
 */
export function calibrationError(positives: number[], negatives: number[]): number {
  const binOf = (value: number) => Math.min(bins - 1, Math.floor(value * bins));
  const excesses = [
    ...positives.map((value) => ({ bin: binOf(value), excess: value - 1 })),
    ...negatives.map((value) => ({ bin: binOf(value), excess: value })),
  ];
  let error = 0;
  for (const entries of Map.groupBy(excesses, ({ bin }) => bin).values()) {
    error += Math.abs(entries.reduce((sum, { excess }) => sum + excess, 0));
  }
  return error / excesses.length;
}
