import { useState } from 'react';
import { jsonBody, RequestError, requestJson } from '@/app/_ui/request-json';
import { type SettingChanges, type SettingsView, settingsViewSchema } from '@/lib/shared/settings';

/** How the last saving went; `message` is the server's sentence, empty when there was none. */
export type Saving = { state: 'idle' | 'running' | 'done' } | { state: 'failed'; message: string };

/** The stored settings as this page knows them, and the way to change them. */
export function useSettings(initial: SettingsView) {
  const [view, setView] = useState(initial);
  const [saving, setSaving] = useState<Saving>({ state: 'idle' });

  async function save(changes: SettingChanges): Promise<void> {
    setSaving({ state: 'running' });
    try {
      const init = { ...jsonBody(changes), method: 'PATCH' };
      setView(await requestJson(settingsViewSchema, '/api/settings', init));
      setSaving({ state: 'done' });
    } catch (fault) {
      const message = fault instanceof RequestError ? fault.message : '';
      setSaving({ state: 'failed', message });
    }
  }
  return { view, saving, save };
}
