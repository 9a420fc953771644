import { findSettingsView } from '@/lib/db/settings';
import { route } from '@/lib/http/route';
import { changeSettings } from '@/lib/operations/change-settings';
import { settingChangesSchema } from '@/lib/shared/settings';

/** What administrators have chosen for the whole desk, and who changed it last. */
export const GET = route({ permission: 'settings:manage' }, async () => {
  return Response.json(await findSettingsView());
});

/** Changes some of it; what is not named stays. */
export const PATCH = route(
  { permission: 'settings:manage', body: settingChangesSchema },
  async ({ principal, body }) => {
    await changeSettings(principal.id, body);
    return Response.json(await findSettingsView());
  },
);
