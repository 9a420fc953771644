import { readdirSync, readFileSync } from 'node:fs';

/** The most memory that a process has taken so far, by part of its command line, in megabytes. */
export function peakMb(commandPart: string, environmentPart: string): number {
  const peaks = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((pid) => peakOf(pid, commandPart, environmentPart));
  return Math.round(Math.max(0, ...peaks) / 1000);
}

/** In kilobytes; 0 for processes that are not meant, or are gone. */
function peakOf(pid: string, commandPart: string, environmentPart: string): number {
  try {
    if (!readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes(commandPart)) return 0;
    const parent = /PPid:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1] ?? '0';
    // A process that parses is given no environment; its parent's tells whose it is.
    const isMeant = [pid, parent].some((id) =>
      readFileSync(`/proc/${id}/environ`, 'latin1').includes(environmentPart),
    );
    if (!isMeant) return 0;
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1] ?? 0);
  } catch {
    // Processes end while the list is read.
    return 0;
  }
}
