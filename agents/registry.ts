import { finance } from './finance/agent';
import { scheduling } from './scheduling/agent';
import type { Specialist } from './specialist';
import { support } from './support/agent';

/** Every specialist. The first one takes what fits nobody. */
export const specialists: readonly [Specialist, ...Specialist[]] = [support, finance, scheduling];
