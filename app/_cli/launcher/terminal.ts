const isColored = Boolean(process.stdout.isTTY) && !process.env.NO_COLOR;
const paint = (code: number) => (text: string) =>
  isColored ? `\u001b[${code}m${text}\u001b[0m` : text;

export const bold = paint(1);
export const dim = paint(2);
const red = paint(31);
const green = paint(32);
const yellow = paint(33);

/** Prints one line, or an empty one. */
export function say(line = ''): void {
  process.stdout.write(`${line && '  '}${line}\n`);
}

/** Prints a fault to standard error. */
export function complain(text: string): void {
  process.stderr.write(`\n  ${red('✗')} ${text.replaceAll('\n', '\n    ')}\n\n`);
}

/** Prints a warning to standard error. */
export function warn(text: string): void {
  process.stderr.write(`  ${yellow('!')} ${text}\n`);
}

/**
 * Shows a step while it runs and how it ended: `✓ database  embedded (0.2 s)`.
 * @param work returns what to say about the outcome.
 */
export async function step<T>(
  name: string,
  work: () => Promise<T>,
  describe: (value: T) => string,
): Promise<T> {
  const label = name.padEnd(10);
  const started = performance.now();
  if (isColored) process.stdout.write(`  ${dim('·')} ${label}${dim('…')}`);
  const clear = () => isColored && process.stdout.write('\r\u001b[K');
  try {
    const value = await work();
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    clear();
    say(`${green('✓')} ${label}${describe(value)} ${dim(`${seconds} s`)}`);
    return value;
  } catch (error) {
    clear();
    throw error;
  }
}
