import vm from 'node:vm';
import { log } from '@/lib/log';
import { processGlobal } from '@/lib/process-global';

/** A pattern is asked for a moment only, in ms: some take years for a text that nearly fits. */
const timeLimit = 50;

const matcher = () =>
  processGlobal('pattern-matcher', () => ({
    script: new vm.Script('new RegExp(source, "iu").exec(text)?.[0]'),
    context: vm.createContext({ source: '', text: '' }),
  }));

/**
 * What a pattern finds in a text; undefined when it finds nothing, or does not come to an end: the
 * process answers everybody else meanwhile.
 */
export function matchWithinTime(source: string, text: string): string | undefined {
  const { script, context } = matcher();
  Object.assign(context, { source, text });
  try {
    const found: unknown = script.runInContext(context, { timeout: timeLimit });
    return typeof found === 'string' ? found : undefined;
  } catch (error) {
    log().warn({ event: 'policy-pattern-failed', pattern: source, err: error });
    return undefined;
  }
}
