import type { Readable } from 'node:stream';
import type { z } from 'zod';

/** The content of one thing that a source holds. */
export interface OpenedItem {
  /** Its bytes. A fault of the stream is a fault of this item: nothing of it is stored. */
  content: Readable;
  /** Names its format where the content alone does not (text, CSV, Markdown). */
  filename: string;
  /** Only where the source knows it better than the document: it then stays. */
  title?: string;
  /** What tells this content from another without reading it: a date and size, an ETag. */
  fingerprint?: string;
}

/** One thing that a source holds: a file, a page. It becomes one document. */
export interface SourceItem {
  /** What it is called in the source. The same key is the same document, run after run. */
  key: string;
  /**
   * Opens it. `known` is the fingerprint of the content that the desk has; where that is still
   * the one, the answer is `unchanged`. `gone` is for what the source lists but holds no longer.
   * @throws SourceFault when it cannot be had now; the document stays as it is until the next run
   */
  open(known: string | null): Promise<OpenedItem | 'unchanged' | 'gone'>;
}

/** What a connector is given for one run. */
export interface ListContext {
  /** Aborted when the run is to end: pass it on to whatever takes time. */
  signal: AbortSignal;
  /**
   * Tells that a part of the listing could not be had. The run goes on with the rest, and removes
   * nothing, as nobody knows what the missing part holds.
   */
  reportGap: (key: string, fault: Error) => void;
}

/** Who names a source: people in the browser may name less than the owner of the server. */
export interface NamedBy {
  isServerOwner: boolean;
}

interface ConnectorSpec<S extends z.ZodType> {
  /** What has to be known of a source: strings and lists of strings, as its form is made of it. */
  config: S;
  /**
   * Checks what only a look outside can tell, when a source is made or changed, and returns the
   * config as it is kept.
   * @throws AppError with the sentence for whoever fills in the form
   */
  prepare(config: z.output<S>, by: NamedBy): Promise<z.output<S>>;
  /**
   * Everything that the source holds. When it comes to its end without `reportGap`, the listing is
   * complete: documents whose key was not in it are removed.
   * @throws SourceFault when there is no listing at all; then nothing is changed
   */
  list(config: z.output<S>, context: ListContext): AsyncIterable<SourceItem>;
  /**
   * Calls `onChange` whenever something in the source may have changed, for sources that can tell;
   * the schedule goes on beside it. Ends with the signal.
   * @throws when it cannot be watched, or not any longer; it is called again later then
   */
  watch?(config: z.output<S>, onChange: () => void, signal: AbortSignal): Promise<void>;
}

/** A connector as the desk uses it: configs are parsed whenever they come from a row or a request. */
export interface Connector {
  config: z.ZodType;
  prepare(config: unknown, by: NamedBy): Promise<Record<string, unknown>>;
  list(config: unknown, context: ListContext): AsyncIterable<SourceItem>;
  watch?: (config: unknown, onChange: () => void, signal: AbortSignal) => Promise<void>;
}

/**
 * The one way to make a connector: a kind of place that documents are taken from. To add one: a
 * file with its `defineConnector`, a line in `connectors.ts`, and its texts in `sources.kinds`.
 * When runs happen, what is new, changed or gone, storing and removing is not its business.
 */
export function defineConnector<S extends z.ZodType<Record<string, unknown>>>(
  spec: ConnectorSpec<S>,
): Connector {
  const { config, watch } = spec;
  return {
    config,
    prepare: (given, by) => spec.prepare(config.parse(given), by),
    list: (given, context) => spec.list(config.parse(given), context),
    watch:
      watch && (async (given, onChange, signal) => watch(config.parse(given), onChange, signal)),
  };
}
