import { asc, eq } from 'drizzle-orm';
import { users } from '@/drizzle/schema/identity';
import { settings } from '@/drizzle/schema/settings';
import {
  defaultSettings,
  type SettingName,
  type Settings,
  type SettingsView,
  settingNameSchema,
  settingsSchema,
} from '@/lib/shared/settings';
import { db, type Executor } from './client';

/** All settings, with the default of those that nobody has chosen. */
export async function findSettings(): Promise<Settings> {
  return toSettings(await db().select().from(settings));
}

/** All settings, and who changed which of them last, by name. */
export async function findSettingsView(): Promise<SettingsView> {
  const rows = await db()
    .select({
      name: settings.name,
      value: settings.value,
      at: settings.changedAt,
      by: users.name,
      email: users.email,
    })
    .from(settings)
    .leftJoin(users, eq(users.id, settings.changedBy))
    .orderBy(asc(settings.name));
  const changes = rows.flatMap(({ name, at, by, email }) => {
    const known = settingNameSchema.safeParse(name);
    return known.success ? [{ name: known.data, by: by ?? email, at: at.toISOString() }] : [];
  });
  return { settings: toSettings(rows), changes };
}

/** Stores a choice, with who made it. */
export async function updateSetting<N extends SettingName>(
  executor: Executor,
  change: { name: N; value: Settings[N]; changedBy: string },
): Promise<void> {
  const stored = { ...change, changedAt: new Date() };
  await executor
    .insert(settings)
    .values(stored)
    .onConflictDoUpdate({ target: settings.name, set: stored });
}

/** A value that an older or newer version has stored and this one does not know counts as not chosen. */
function toSettings(rows: { name: string; value: unknown }[]): Settings {
  const known = rows.filter(({ name, value }) => {
    return settingsSchema
      .partial()
      .strict()
      .safeParse({ [name]: value }).success;
  });
  const chosen = Object.fromEntries(known.map(({ name, value }) => [name, value]));
  return settingsSchema.parse({ ...defaultSettings, ...chosen });
}
