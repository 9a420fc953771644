import { readdirSync, readFileSync } from 'node:fs';

interface ProcessFigures {
  pid: number;
  parent: number;
  /** Milliseconds of processor time, that of children which have ended included. */
  cpuMs: number;
  memoryMb: number;
}

/** Linux counts processor time in hundredths of a second and memory in pages of 4 KiB. */
const msPerTick = 10;
const mbPerPage = 4096 / 1_000_000;

function figuresOf(pid: string): ProcessFigures[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The name, in brackets, may hold spaces.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [user = 0, system = 0, ofChildren = 0, inChildren = 0] = fields.slice(11, 15).map(Number);
    const cpuMs = (user + system + ofChildren + inChildren) * msPerTick;
    const memoryMb = Number(fields[21]) * mbPerPage;
    return [{ pid: Number(pid), parent: Number(fields[1]), cpuMs, memoryMb }];
  } catch {
    // Processes end while the list is read.
    return [];
  }
}

function listProcesses(): ProcessFigures[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap(figuresOf);
}

/** Milliseconds of processor time that a process and its children have taken so far. */
export function cpuMsOf(pid: number): number {
  const family = listProcesses().filter((each) => each.pid === pid || each.parent === pid);
  return family.reduce((sum, { cpuMs }) => sum + cpuMs, 0);
}

/** What a process holds in memory, in megabytes. */
export function memoryMbOf(pid: number): number {
  return figuresOf(String(pid))[0]?.memoryMb ?? 0;
}

/** The process of this command line with this in its environment; throws where there is none. */
export function findProcess(commandPart: string, environmentPart: string): number {
  for (const { pid } of listProcesses()) {
    try {
      const isMeant =
        readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes(commandPart) &&
        readFileSync(`/proc/${pid}/environ`, 'latin1').includes(environmentPart);
      if (isMeant) return pid;
    } catch {
      // Gone meanwhile, or somebody else's.
    }
  }
  throw new Error(`no process of «${commandPart}» runs for ${environmentPart}`);
}
