import { db } from '@/lib/db/client';
import { updateSetting } from '@/lib/db/settings';
import { log } from '@/lib/log';
import { type SettingChanges, settingNameSchema } from '@/lib/shared/settings';

/** Changes settings for the whole desk, all or none; the log keeps who chose what. */
export async function changeSettings(changedBy: string, changes: SettingChanges): Promise<void> {
  const chosen = settingNameSchema.options.flatMap((name) => {
    const value = changes[name];
    return value === undefined ? [] : [{ name, value, changedBy }];
  });
  await db().transaction(async (tx) => {
    for (const change of chosen) await updateSetting(tx, change);
  });
  for (const { name, value } of chosen) {
    log().info({ event: 'setting-changed', setting: name, value, by: changedBy });
  }
}
