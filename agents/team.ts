import { processGlobal } from '@/lib/process-global';
import { type TurnLimits, turnLimits } from './limits/turn-limits';
import { specialists } from './registry';
import type { Specialist } from './specialist';

/** The name that routing uses for nobody; no specialist may have it. */
const nobody = 'none';
const name = /^[a-z][a-z0-9-]{0,39}$/;

/** The specialists that a desk works with. */
export class Team {
  readonly names: string[];
  /** Of teams with the same key, routing learns the same. */
  readonly examplesKey: string;

  readonly specialists: readonly [Specialist, ...Specialist[]];

  /**
   * @param specialists the first one takes what fits nobody
   * @throws Error for a name that is no name, or that two have
   */
  constructor(specialists: readonly [Specialist, ...Specialist[]]) {
    this.specialists = specialists;
    this.names = specialists.map((each) => each.name);
    this.examplesKey = JSON.stringify(specialists.map((each) => [each.name, each.examplesFile]));
    const wrong = this.names.find(
      (each, at) => !name.test(each) || each === nobody || this.names.indexOf(each) !== at,
    );
    if (wrong !== undefined) throw new Error(`No specialist can be called «${wrong}».`);
  }

  find(specialist: string | null | undefined): Specialist | undefined {
    return this.specialists.find((each) => each.name === specialist);
  }

  /** Takes what fits nobody. */
  get general(): Specialist {
    return this.specialists[0];
  }
}

interface Place {
  team: Team;
}

const place = () => processGlobal<Place>('team', () => ({ team: new Team(specialists) }));

/** The team at work in this process: that of `registry.ts`, unless another was named. */
export const team = (): Team => place().team;

/** Lets another team work in this process, from the next turn on; returns the one before. */
export function workWith(next: Team): Team {
  const before = team();
  place().team = next;
  return before;
}

/** What a turn may take while this specialist is at work. */
export const limitsOf = ({ limits }: Specialist): TurnLimits => ({ ...turnLimits, ...limits });
