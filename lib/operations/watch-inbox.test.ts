import { expect, test } from 'vitest';
import { makeCase, makeConversation, makeStaff, saySomething } from '@/tests/support/make-case';
import { handBack } from './hand-back';
import { watchInbox } from './watch-inbox';

test("an operator hears of new cases and messages of their team's cases, and of no others", async () => {
  const operator = await makeStaff({ teamIds: ['watched'] });
  const admin = await makeStaff({ roles: ['admin'] });
  const known = await makeCase({ teamId: 'watched' });
  const heard: string[] = [];
  const stop = await watchInbox(operator, (update) => {
    if ('caseId' in update) heard.push(update.caseId);
  });

  await saySomething(known.conversationId, 'Still there?');
  await expect.poll(() => heard).toEqual([known.caseId]);

  await makeCase({ teamId: 'unwatched' });
  await saySomething(await makeConversation(), 'For the AI alone');
  const fresh = await makeCase({ teamId: 'watched' });
  await expect.poll(() => heard).toEqual([known.caseId, fresh.caseId]);

  await handBack(admin, known.caseId);
  await expect.poll(() => heard.at(-1)).toBe(known.caseId);
  stop();
});
