/** The smallest distance between two ascending lists of places, and whether one pair has this gap. */
export function nearest(a: number[], b: number[], gap: number) {
  let distance = Number.POSITIVE_INFINITY;
  let isPhrase = false;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const step = (b[j] as number) - (a[i] as number);
    distance = Math.min(distance, Math.abs(step));
    if (step === gap) isPhrase = true;
    if (step > gap) i++;
    else j++;
  }
  return { distance, isPhrase };
}
