import type { Locale } from '@/lib/locale';
import accountEn from './messages/en/account.json' with { type: 'json' };
import adminEn from './messages/en/admin.json' with { type: 'json' };
import agentsEn from './messages/en/agents.json' with { type: 'json' };
import approvalsEn from './messages/en/approvals.json' with { type: 'json' };
import chatEn from './messages/en/chat.json' with { type: 'json' };
import commonEn from './messages/en/common.json' with { type: 'json' };
import documentEn from './messages/en/document.json' with { type: 'json' };
import errorsEn from './messages/en/errors.json' with { type: 'json' };
import inboxEn from './messages/en/inbox.json' with { type: 'json' };
import knowledgeEn from './messages/en/knowledge.json' with { type: 'json' };
import modelsEn from './messages/en/models.json' with { type: 'json' };
import playgroundEn from './messages/en/playground.json' with { type: 'json' };
import policyEn from './messages/en/policy.json' with { type: 'json' };
import settingsEn from './messages/en/settings.json' with { type: 'json' };
import signInEn from './messages/en/sign-in.json' with { type: 'json' };
import sourcesEn from './messages/en/sources.json' with { type: 'json' };
import toolsEn from './messages/en/tools.json' with { type: 'json' };
import accountZh from './messages/zh/account.json' with { type: 'json' };
import adminZh from './messages/zh/admin.json' with { type: 'json' };
import agentsZh from './messages/zh/agents.json' with { type: 'json' };
import approvalsZh from './messages/zh/approvals.json' with { type: 'json' };
import chatZh from './messages/zh/chat.json' with { type: 'json' };
import commonZh from './messages/zh/common.json' with { type: 'json' };
import documentZh from './messages/zh/document.json' with { type: 'json' };
import errorsZh from './messages/zh/errors.json' with { type: 'json' };
import inboxZh from './messages/zh/inbox.json' with { type: 'json' };
import knowledgeZh from './messages/zh/knowledge.json' with { type: 'json' };
import modelsZh from './messages/zh/models.json' with { type: 'json' };
import playgroundZh from './messages/zh/playground.json' with { type: 'json' };
import policyZh from './messages/zh/policy.json' with { type: 'json' };
import settingsZh from './messages/zh/settings.json' with { type: 'json' };
import signInZh from './messages/zh/sign-in.json' with { type: 'json' };
import sourcesZh from './messages/zh/sources.json' with { type: 'json' };
import toolsZh from './messages/zh/tools.json' with { type: 'json' };

const en = {
  account: accountEn,
  admin: adminEn,
  agents: agentsEn,
  approvals: approvalsEn,
  chat: chatEn,
  common: commonEn,
  document: documentEn,
  errors: errorsEn,
  inbox: inboxEn,
  knowledge: knowledgeEn,
  models: modelsEn,
  playground: playgroundEn,
  policy: policyEn,
  settings: settingsEn,
  signIn: signInEn,
  sources: sourcesEn,
  tools: toolsEn,
};

/** The shape of all texts; the English catalogue is the reference. */
export type Catalog = typeof en;

const zh: Catalog = {
  account: accountZh,
  admin: adminZh,
  agents: agentsZh,
  approvals: approvalsZh,
  chat: chatZh,
  common: commonZh,
  document: documentZh,
  errors: errorsZh,
  inbox: inboxZh,
  knowledge: knowledgeZh,
  models: modelsZh,
  playground: playgroundZh,
  policy: policyZh,
  settings: settingsZh,
  signIn: signInZh,
  sources: sourcesZh,
  tools: toolsZh,
};

/** Every text people read, by language and area. ICU message syntax. */
export const catalogs: Record<Locale, Catalog> = { en, zh };
