import { z } from 'zod';

/** What happens to a document while the service that reads documents is down or refuses it. */
export const unstructuredFallbacks = ['fail', 'local'] as const;

/** What administrators choose while the desk runs. To add a setting: one line here, one below. */
export const settingsSchema = z.object({
  unstructuredFallback: z.enum(unstructuredFallbacks),
});
export type Settings = z.infer<typeof settingsSchema>;

/** What holds until somebody chooses. */
export const defaultSettings: Settings = {
  unstructuredFallback: 'fail',
};

export const settingNameSchema = settingsSchema.keyof();
export type SettingName = z.infer<typeof settingNameSchema>;

/** Body of `PATCH /api/settings`: what is absent stays. */
export const settingChangesSchema = settingsSchema
  .partial()
  .strict()
  .refine((changes) => Object.keys(changes).length > 0, 'name at least one setting');
export type SettingChanges = z.infer<typeof settingChangesSchema>;

/** The settings, and who changed which of them last, as `GET /api/settings` tells them. */
export const settingsViewSchema = z.object({
  settings: settingsSchema,
  changes: z.array(
    z.object({
      name: settingNameSchema,
      /** Name or address of the account; null when that is gone. */
      by: z.string().nullable(),
      at: z.string(),
    }),
  ),
});
export type SettingsView = z.infer<typeof settingsViewSchema>;
