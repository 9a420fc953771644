import { z } from 'zod';
import { tooManyTools } from '@/lib/shared/call-fault';

const jsonSchema = z.record(z.string(), z.unknown());

/** Why a tool cannot be used; the sentence stands in `tools.problems`. */
const offeredProblems = ['bad_name', 'bad_schema', 'name_twice', 'long_running'] as const;

/** A tool as its server described it, checked and cut to what people can read. */
const offeredToolSchema = z.object({
  name: z.string(),
  title: z.string().optional(),
  description: z.string(),
  input: jsonSchema,
  output: jsonSchema.optional(),
  /** What the server says of it. A hint: nobody has to believe it. */
  hints: z.object({ isReadOnly: z.boolean(), isDestructive: z.boolean() }).optional(),
  problem: z.enum(offeredProblems).optional(),
});
export type OfferedTool = z.infer<typeof offeredToolSchema>;

/** What `connections.offered` holds. */
export const offeredSchema = z.object({
  tools: z.array(offeredToolSchema),
  /** There were more than are taken. */
  isCut: z.boolean(),
});
export type Offered = z.infer<typeof offeredSchema>;

/** What people are told of a connection with such an offer. */
export function cutFault({ isCut }: Offered): { faultCode: string | null; faultAt: Date | null } {
  return isCut
    ? { faultCode: tooManyTools, faultAt: new Date() }
    : { faultCode: null, faultAt: null };
}
