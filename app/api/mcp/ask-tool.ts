import type { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { z } from 'zod';
import { startTurn } from '@/agents/run-turn';
import type { TurnResult } from '@/agents/turns/turn-result';
import type { Principal } from '@/lib/auth/principal';
import { baseUrl } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { newId } from '@/lib/ids';
import { detectLocale } from '@/lib/locale';
import { orAborted } from '@/lib/or-aborted';
import { actionCardSchema, maxMessageLength } from '@/lib/shared/chat';
import { TimeOver, withinTime } from '@/lib/within-time';
import { orFault } from './or-fault';
import { proposalText } from './proposal-text';

/** Longest wait for an answer, in milliseconds: clients give a call up after a minute. */
const patienceMs = 50_000;

const answered = {
  conversationId: z.string(),
  state: z.string(),
  agent: z.string().nullable(),
  answer: z.string(),
  citations: z.array(
    z.object({
      n: z.number(),
      documentId: z.string(),
      document: z.string(),
      page: z.number().nullable(),
      quote: z.string(),
    }),
  ),
  /** Those that are `proposed` wait for the person in the chat. */
  actions: z.array(actionCardSchema),
  escalated: z.boolean(),
};
type Answered = z.infer<z.ZodObject<typeof answered>>;

/** Adds the tool that puts a question to the desk: a whole turn, as the account. */
export function addAskTool(server: McpServer, principal: Principal): void {
  server.registerTool(
    'ask_frontdesk',
    {
      title: 'Ask Frontdesk',
      description:
        'Puts a question or a request to the desk and waits for the answer, with the passages it stands on. What it proposes to do (`actions` with state `proposed`) happens only when the person confirms it in the chat. Give the conversation_id of an answer to go on with it.',
      inputSchema: {
        question: z.string().trim().min(1).max(maxMessageLength),
        conversation_id: z.uuid().optional(),
      },
      outputSchema: answered,
      annotations: { readOnlyHint: false, destructiveHint: false, openWorldHint: false },
    },
    ({ question, conversation_id: conversationId = crypto.randomUUID() }) =>
      orFault(principal.locale, async () => {
        const data = await ask(principal, conversationId, question);
        return { data, text: JSON.stringify(data) };
      }),
  );
}

async function ask(principal: Principal, conversationId: string, text: string): Promise<Answered> {
  const message = { id: newId(), text };
  // Whoever writes here is a program, and may be one that was told to say yes.
  const turn = await startTurn({ principal, conversationId, message, mayConfirm: false });
  try {
    const result = await withinTime(patienceMs, undefined, (over) => orAborted(turn.result, over));
    const chat = `${baseUrl()}/${principal.kind === 'staff' ? 'staff' : ''}?c=${conversationId}`;
    // In the chat a card says what is proposed; here, the words must.
    const proposal = proposalText(result.actions, chat, detectLocale(text));
    return toAnswered(result, proposal);
  } catch (error) {
    // The turn goes on, and its answer will stand in the conversation.
    if (error instanceof TimeOver) throw new AppError('answer_pending', { conversationId });
    throw error;
  }
}

function toAnswered(result: TurnResult, proposal: string): Answered {
  const { conversationId, state, agent, citations, actions, escalated } = result;
  const answer = [result.answer, proposal].filter(Boolean).join('\n\n');
  const sources = citations.map(({ n, documentId, document, page, quote }) => {
    return { n, documentId, document, page, quote };
  });
  return { conversationId, state, agent, answer, citations: sources, actions, escalated };
}
