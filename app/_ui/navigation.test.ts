import { expect, test } from 'vitest';
import type { Principal, Role } from '@/lib/auth/principal';
import { navigationFor } from './navigation';

const person = (kind: Principal['kind'], roles: Role[] = []): Principal => ({
  kind,
  id: 'p',
  roles,
  teamIds: [],
  locale: 'en',
});

const hrefs = (principal: Principal) => navigationFor(principal).map(({ href }) => href);

test('a guest and a customer are offered the chat only', () => {
  expect(hrefs(person('guest'))).toEqual(['/']);
  expect(hrefs(person('customer'))).toEqual(['/']);
});

test('an operator is offered the staff chat, the inbox and the documents', () => {
  expect(hrefs(person('staff', ['operator']))).toEqual(['/staff', '/inbox', '/knowledge']);
});

test('an admin is offered every page', () => {
  expect(hrefs(person('staff', ['admin']))).toEqual([
    '/staff',
    '/inbox',
    '/knowledge',
    '/admin/transcripts',
    '/admin/models',
    '/admin/tools',
    '/admin/users',
    '/admin/outbox',
    '/admin/settings',
  ]);
});
