import type { RunnableConfig } from '@langchain/core/runnables';
import {
  _CONTEXT_VARIABLES_KEY,
  AsyncLocalStorageProviderSingleton,
} from '@langchain/core/singletons';
import { processGlobal } from '@/lib/process-global';

/** Where LangChain looks for the configuration of the run that it is in. */
const childConfig = Symbol.for('lc:child_config');

interface RunContext {
  extra?: { [childConfig]: Partial<RunnableConfig> };
  /** LangChain asks for this before it asks the environment. */
  tracingEnabled?: false;
  [_CONTEXT_VARIABLES_KEY]?: Record<PropertyKey, unknown>;
}

/**
 * What each step of a graph finds around it: its configuration, and nothing else. LangChain would
 * make a run tree for LangSmith each time, with two ids, a clock and copies of all callbacks, though
 * nobody traces: a tenth of what a whole turn costs.
 */
export function keepRunContextLean(): void {
  processGlobal('lean-run-context', () => {
    AsyncLocalStorageProviderSingleton.runWithConfig = (config, callback, isBare) => {
      const storage = AsyncLocalStorageProviderSingleton.getInstance();
      const variables = storage.getStore()?.[_CONTEXT_VARIABLES_KEY];
      // A run that is given its configuration by hand must not find it here a second time.
      const context: RunContext = isBare
        ? {}
        : { extra: { [childConfig]: config }, tracingEnabled: false };
      if (variables !== undefined) context[_CONTEXT_VARIABLES_KEY] = variables;
      return storage.run(isBare && variables === undefined ? undefined : context, callback);
    };
    return true;
  });
}
