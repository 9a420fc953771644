import type { StructuredToolInterface } from '@langchain/core/tools';
import { z } from 'zod';
import { specialistNames } from '@/lib/shared/chat';

export const specialistNameSchema = z.enum(specialistNames);
export type SpecialistName = z.infer<typeof specialistNameSchema>;

/** An agent for one area. To add one: a folder with this, and a line in `registry.ts`. */
export interface Specialist {
  name: SpecialistName;
  /** What it handles, in a sentence, for routing and for other agents. */
  handles: string;
  /** Its instructions, beside those that hold for every specialist. */
  prompt: string;
  tools: StructuredToolInterface[];
}
