import { notifications } from '@mantine/notifications';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { z } from 'zod';
import { jsonBody, RequestError, requestJson } from '@/app/_ui/request-json';

/**
 * Sends a change and shows the list anew. `send` resolves to whether it was done; if not, the
 * reason is shown as a notice.
 */
export function useUserRequest() {
  const t = useTranslations('admin.users');
  const router = useRouter();
  const [isSending, setIsSending] = useState(false);

  async function send(url: string, method: 'POST' | 'PATCH', body: object): Promise<boolean> {
    setIsSending(true);
    try {
      await requestJson(z.unknown(), url, { ...jsonBody(body), method });
      router.refresh();
      return true;
    } catch (fault) {
      const message = (fault instanceof RequestError && fault.message) || t('failed');
      notifications.show({ color: 'red', message });
      return false;
    } finally {
      setIsSending(false);
    }
  }
  return { send, isSending };
}
