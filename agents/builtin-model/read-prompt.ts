import { AIMessage, type BaseMessage, HumanMessage, ToolMessage } from '@langchain/core/messages';
import { parseToolResult } from '@/agents/tools/parse-tool-result';

/** A passage as it stands in the prompt. */
export interface PromptPassage {
  /** Its number in citations. */
  n: number;
  document: string;
  text: string;
}

export interface Utterance {
  by: 'person' | 'assistant';
  text: string;
}

export interface ToolReply {
  tool: string;
  content: string;
}

/** What the built-in model understands of the messages it is given. */
export interface Prompt {
  passages: PromptPassage[];
  /** Whether the person is not signed in. */
  isGuest: boolean;
  /** The person's last message. */
  question: string;
  /** What it asks, made to stand alone where it leaves something unsaid. */
  asked: string;
  /** What was said before it, in order. */
  dialogue: Utterance[];
  /** Tool results since the person's last message. */
  toolReplies: ToolReply[];
}

const entities: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&#39;': "'",
  '&amp;': '&',
};

function unescapeXml(text: string): string {
  return text.replace(/&(?:lt|gt|quot|apos|#39|amp);/g, (entity) => entities[entity] ?? entity);
}

/** The passages in a text; their own text is escaped, so it cannot close or open a passage. */
function readPassages(text: string): PromptPassage[] {
  const found = text.matchAll(
    /<passage n="(\d+)" document="([^"]*)"[^>]*>\n?([\s\S]*?)\n?<\/passage>/g,
  );
  return [...found].map(([, n, document = '', body = '']) => ({
    n: Number(n),
    document: unescapeXml(document),
    text: unescapeXml(body),
  }));
}

/** The question that the specialist was told stands alone. */
function readAsked(text: string): string | undefined {
  const found = /<asked>([\s\S]*?)<\/asked>/.exec(text)?.[1];
  return found && unescapeXml(found);
}

function toolNameOf(messages: BaseMessage[], reply: ToolMessage): string {
  const calls = messages.flatMap((message) =>
    AIMessage.isInstance(message) ? (message.tool_calls ?? []) : [],
  );
  return reply.name ?? calls.find((call) => call.id === reply.tool_call_id)?.name ?? '';
}

/** A tool may carry passages in its JSON result. */
function passagesInReply(content: string): PromptPassage[] {
  const passages = parseToolResult(content)?.passages;
  return typeof passages === 'string' ? readPassages(passages) : [];
}

/** Sorts the messages of one model call into passages, dialogue, question and tool results. */
export function readPrompt(messages: BaseMessage[]): Prompt {
  const lastPerson = messages.findLastIndex((message) => HumanMessage.isInstance(message));
  const before = messages.slice(0, Math.max(lastPerson, 0));
  const after = messages.slice(lastPerson + 1);
  const dialogue = before.flatMap((message): Utterance[] => {
    if (HumanMessage.isInstance(message)) return [{ by: 'person', text: message.text }];
    if (AIMessage.isInstance(message) && message.text !== '') {
      return [{ by: 'assistant', text: message.text }];
    }
    return [];
  });
  const carriers = messages.filter((message) => message.type === 'system');
  const question = lastPerson < 0 ? '' : (messages[lastPerson]?.text ?? '');
  const replies = after.filter((message) => ToolMessage.isInstance(message));
  return {
    passages: [
      ...carriers.flatMap((message) => readPassages(message.text)),
      ...replies.flatMap((reply) => passagesInReply(reply.text)),
    ],
    isGuest: carriers.some(({ text }) => text.includes('The person is a guest.')),
    question,
    asked: carriers.flatMap(({ text }) => readAsked(text) ?? []).at(0) ?? question,
    dialogue,
    toolReplies: replies.map((reply) => ({
      tool: toolNameOf(messages, reply),
      content: reply.text,
    })),
  };
}
