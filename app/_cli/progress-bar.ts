const width = 24;

/** Progress of several things at once, drawn on standard error where that is a terminal. */
export interface ProgressBars {
  /** @param progress 0 to 1 */
  update: (name: string, progress: number, state: string) => void;
  /** Removes the bars, so that lines can be printed. */
  clear: () => void;
}

export function showProgress(): ProgressBars {
  const stream = process.stderr;
  if (!stream.isTTY) return { update: () => undefined, clear: () => undefined };
  const bars = new Map<string, string>();
  let drawn = 0;
  const clear = () => {
    if (drawn > 0) stream.write(`\u001b[${drawn}A\u001b[J`);
    drawn = 0;
    bars.clear();
  };
  return {
    clear,
    update: (name, progress, state) => {
      const full = Math.round(Math.min(1, Math.max(0, progress)) * width);
      bars.set(name, `  ${'█'.repeat(full)}${'░'.repeat(width - full)}  ${name}  ${state}`);
      const lines = [...bars.values()].map((line) => line.slice(0, stream.columns));
      stream.write(`${drawn > 0 ? `\u001b[${drawn}A` : ''}\u001b[J${lines.join('\n')}\n`);
      drawn = lines.length;
    },
  };
}
