import type { ConnectedTool } from './connected-tool';
import type { ConnectedAnswer } from './tool-call';

/** The answer where there is nothing to be asked: a change that nobody was asked for did not happen. */
export function notConnected({ risk }: ConnectedTool['settings']): ConnectedAnswer {
  return risk === 'read'
    ? { outcome: 'unavailable', reason: 'not_connected' }
    : { outcome: 'not-sent', code: 'not_reached' };
}
