import type { ToolResult } from '@/agents/tools/tool-result';
import type { Principal } from '@/lib/auth/principal';
import type { ConnectedTool } from '@/lib/connections/connected-tool';

/** Whom a call is for, as an outside system is told. It comes from the session, never from a model. */
export function speakerOf({ accountId, email, id }: Principal) {
  return { account: accountId, email, id };
}

/** Which things about a person a tool cannot do without: a call that says for nobody is for all. */
const needsOf = ({ settings, connection }: ConnectedTool) =>
  new Set([...Object.values(settings.identityArguments), connection.identity?.value]);

/** Whether a tool does nothing for somebody who is not signed in. */
export function needsSignIn(tool: ConnectedTool): boolean {
  const needs = needsOf(tool);
  return needs.has('account') || needs.has('email');
}

/** Why a tool cannot be used for this person; undefined when it can. */
export function missingIdentity(tool: ConnectedTool, principal: Principal): ToolResult | undefined {
  const { account, email } = speakerOf(principal);
  const needs = needsOf(tool);
  const isMissing = (needs.has('account') && !account) || (needs.has('email') && !email);
  if (!isMissing) return undefined;
  return { outcome: principal.kind === 'guest' ? 'not_signed_in' : 'needs_account' };
}
