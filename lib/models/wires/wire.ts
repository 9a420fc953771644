import type { BaseMessage } from '@langchain/core/messages';
import type { WireReply } from './wire-reply';

/** A tool as all providers want it: what it is for, and its arguments as JSON schema. */
export interface WireTool {
  name: string;
  description: string;
  parameters: object;
}

/** What is asked of a model. */
export interface WireCall {
  model: string;
  messages: BaseMessage[];
  tools: WireTool[];
  /** Whether it may (`auto`), must (`any`) or must not (`none`) call a tool, or which one it must. */
  toolChoice?: string | undefined;
  /** The answer is to be JSON of this schema. */
  output?: { name: string; schema: object } | undefined;
  stop?: string[] | undefined;
}

export interface WireRequest {
  url: URL;
  headers: Record<string, string>;
  body: string;
}

/** How one kind of server is spoken to. Every answer is asked for as a stream. */
export interface Wire {
  request: (call: WireCall) => WireRequest;
  /**
   * Takes one line of the stream into the reply.
   * @throws ModelFault `garbled` for one that cannot be read, or the fault that it tells of
   */
  readLine: (line: string, reply: WireReply) => void;
}

/** The address of a path below a base, whether that ends with a slash or not. */
export function addressOf(base: string, path: string): URL {
  return new URL(`${base.replace(/\/+$/, '')}${path}`);
}
