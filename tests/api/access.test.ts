import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { permissions } from '@/lib/auth/permissions';
import { findUserByEmail } from '@/lib/db/users';
import { changeUser } from '@/lib/operations/change-user';
import { createSignInLink } from '@/lib/operations/create-sign-in-link';
import { createUser } from '@/lib/operations/create-user';
import { disableUser } from '@/lib/operations/disable-user';
import { seedDemoUsers } from '@/lib/operations/seed-demo-users';
import { BrowserSession } from '@/tests/support/browser-session';
import { type DeskServer, listRouteFiles, loadRoute, serveDesk } from '@/tests/support/desk-server';

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** Routes that are not made with `route()`, each with the reason. */
const withoutPermission: Record<string, string> = {
  'app/api/auth/[...nextauth]/route.ts': 'Auth.js: this is where people become known',
  'app/api/health/route.ts': 'asked by machines that have no account',
  'app/api/ready/route.ts': 'asked by machines that have no account',
};

let desk: DeskServer;

beforeAll(async () => {
  await seedDemoUsers();
  desk = await serveDesk();
});
afterAll(() => desk.close());

async function signedIn(email: string): Promise<BrowserSession> {
  const browser = new BrowserSession(desk.url);
  await browser.open((await createSignInLink({ email })).url);
  return browser;
}
