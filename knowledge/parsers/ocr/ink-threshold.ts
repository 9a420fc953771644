/**
 * The shade up to which a pixel counts as ink: the one that parts dark and light best (N. Otsu, 1979).
 * @param pixels shades from 0, black, to 255
 */
export function inkThreshold(pixels: Uint8Array): number {
  const counts = new Float64Array(256);
  for (const shade of pixels) counts[shade] = (counts[shade] ?? 0) + 1;
  const total = counts.reduce((sum, count, shade) => sum + count * shade, 0);
  let [dark, darkSum, best, threshold] = [0, 0, -1, 127];
  counts.forEach((count, shade) => {
    dark += count;
    darkSum += count * shade;
    const light = pixels.length - dark;
    if (dark === 0 || light === 0) return;
    const distance = darkSum / dark - (total - darkSum) / light;
    const spread = dark * light * distance * distance;
    if (spread > best) [best, threshold] = [spread, shade];
  });
  return threshold;
}
