/** What words and meaning say of a candidate. */
export interface Said {
  /** Score of its words, zero or more. */
  lexical: number;
  /** Cosine of its vector and the question's, -1 to 1; null where nothing compared them. */
  cosine: number | null;
}

/** Values measured (`tests/evals/RESULTS.md`, with embeddings). */
const trustWeight = 0.13;
/** How far the nearest stand out where the model knows nothing, and from where on it does not matter. */
const leastGap = 0.5;
const mostGap = 4;
/** Agreement with the words from which it does not matter, and what is left of the trust at none. */
const fullAgreement = 0.35;
const trustWithoutAgreement = 0.5;
/** What is far above the others counts for more than its distance. */
const sharpness = 1.5;
/** The places whose distance says how steeply nearness falls. */
const nearPlace = 9;
const farPlace = 49;
/** How many of the best by words are compared with what the meaning says of them. */
const comparedCount = 50;

/**
 * Scores of candidates out of what words and meaning say of each, in their order. Both legs are as
 * good as the collection and the question let them be, and adding the weaker one at a fixed weight
 * makes the better one worse (so does fusion of ranks). So each question tells how far to trust
 * each: words by how much of the question the best passage says and how far it leads, meaning by
 * how far the nearest passages stand out from the others and, as far as the words say something, by
 * whether both prefer the same ones of those found by words.
 * @param total the weight of the question's words, as `Question.total`
 * @param meaning share of the meaning: 0.5 as measured, 0 words only, 1 meaning only
 */
export function fuse(said: Said[], total: number, meaning: number): number[] {
  const lexical = said.map((each) => each.lexical);
  const cosines = said.flatMap(({ cosine }) => cosine ?? []);
  if (cosines.length === 0 || meaning === 0) return lexical;
  const scale = wordScale(lexical, total) * (1 - meaning) * 2;
  const share = total > 0 ? Math.max(...lexical) / total : 0;
  const trust = trustInMeaning(said, cosines, share) * meaning * 2;
  const { mean, deviation } = spreadOf(cosines);
  return said.map((each) => {
    // Of what nothing compared, the meaning says nothing for or against.
    const distance = each.cosine === null ? 0 : (each.cosine - mean) / deviation;
    return scale * each.lexical + trust * Math.sign(distance) * Math.abs(distance) ** sharpness;
  });
}

/** Between the share of the question that is said and the share of what the best passage says. */
function wordScale(lexical: number[], total: number): number {
  const [best = 0, second = 0] = [...lexical].sort((a, b) => b - a);
  if (best === 0 || total === 0) return 0;
  return (1 + (best - second) / best) / Math.sqrt(total * best);
}

/** @param share of the question's weight that the best passage says, 0 or more */
function trustInMeaning(said: Said[], cosines: number[], share: number): number {
  const gap = Math.min(mostGap, Math.max(0.1, gapOf(cosines) - leastGap));
  const agreement = Math.min(1, Math.max(0, agreementOf(said) / fullAgreement));
  const doubt = Math.min(1, share) * (1 - agreement) * (1 - trustWithoutAgreement);
  return trustWeight * gap * (1 - doubt);
}

/** How far the nearest is before the tenth, in distances from there to the fiftieth. */
function gapOf(cosines: number[]): number {
  const sorted = cosines.toSorted((a, b) => b - a);
  const at = (place: number) => sorted[Math.min(place, sorted.length - 1)] ?? 0;
  const near = Math.min(nearPlace, Math.floor(sorted.length / 5));
  const fall = at(near) - at(farPlace);
  return fall > 0 ? (at(0) - at(near)) / fall : 1;
}

/** Correlation of both scores over those found by words; 1 where words found too few to tell. */
function agreementOf(said: Said[]): number {
  const byWords = said
    .filter(({ lexical, cosine }) => lexical > 0 && cosine !== null)
    .sort((a, b) => b.lexical - a.lexical)
    .slice(0, comparedCount);
  if (byWords.length <= 5) return 1;
  const words = spreadOf(byWords.map(({ lexical }) => lexical));
  const meanings = spreadOf(byWords.map(({ cosine }) => cosine ?? 0));
  const products = byWords.map(({ lexical, cosine }) => {
    return (lexical - words.mean) * ((cosine ?? 0) - meanings.mean);
  });
  const covariance = products.reduce((sum, value) => sum + value, 0) / products.length;
  return covariance / (words.deviation * meanings.deviation);
}

function spreadOf(values: number[]): { mean: number; deviation: number } {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / values.length) || 1 };
}
