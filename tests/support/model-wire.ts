import type { ModelRequest, ScriptedReply } from './model-server';

/** How a provider's requests and answers look on the wire. */
export interface ModelWire {
  /** Environment of a desk that uses a server of this kind. */
  env: (url: string) => Record<string, string>;
  /** @returns what a script looks at, or why a strict provider refuses it. */
  read: (body: unknown) => ModelRequest | { refused: string };
  /** A whole answer, where no stream is asked for. */
  whole: (model: string, reply: ScriptedReply) => object;
  /** The same answer as a stream, each piece to be sent as it is. */
  frames: (model: string, reply: ScriptedReply) => string[];
  streamType: string;
  /** A piece that cannot be read. */
  garbage: string;
  /** What is said instead of an answer. */
  problem: (status: number, message: string) => object;
}
