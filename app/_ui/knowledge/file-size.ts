const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** A number of bytes in the unit that suits it, with the options to format it by. */
export function fileSize(bytes: number) {
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1);
  const maximumFractionDigits = power > 1 ? 1 : 0;
  return {
    value: bytes / 1000 ** power,
    options: {
      style: 'unit',
      unit: units[power],
      // The short form has no plural: «270 byte».
      unitDisplay: power === 0 ? 'long' : 'short',
      maximumFractionDigits,
    } as const,
  };
}
