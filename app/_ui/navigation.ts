import { can, type Permission } from '@/lib/auth/permissions';
import type { Principal } from '@/lib/auth/principal';

const pages = [
  { key: 'inbox', href: '/inbox', permission: 'inbox:work' },
  { key: 'knowledge', href: '/knowledge', permission: 'document:list' },
  { key: 'transcripts', href: '/admin/transcripts', permission: 'transcript:read' },
  { key: 'models', href: '/admin/models', permission: 'model:read' },
  { key: 'tools', href: '/admin/tools', permission: 'tool:manage' },
  { key: 'users', href: '/admin/users', permission: 'user:manage' },
  { key: 'outbox', href: '/admin/outbox', permission: 'outbox:read' },
  { key: 'settings', href: '/admin/settings', permission: 'settings:manage' },
] as const satisfies { key: string; href: string; permission: Permission }[];

/** One entry of the navigation; `key` names its label in `common.nav`. */
export interface NavItem {
  key: 'chat' | (typeof pages)[number]['key'];
  href: string;
}

/** The pages this principal may open. Customers and guests have the chat only. */
export function navigationFor(principal: Principal): NavItem[] {
  const chat: NavItem = { key: 'chat', href: can(principal, 'staff-chat:use') ? '/staff' : '/' };
  const allowed = pages.filter(({ permission }) => can(principal, permission));
  return [chat, ...allowed.map(({ key, href }) => ({ key, href }))];
}
