/** Something the person said for a tool call. */
export interface Said {
  text: string;
  /** The argument it was the answer to. */
  asked?: string;
  /** Said just before, for another tool: a day or an id named there may still be meant. */
  isEarlier?: boolean;
  /** Said to change what was said before: it wins over all of that. */
  isChange?: boolean;
}

export type ArgumentValue = string | number | boolean | string[];
