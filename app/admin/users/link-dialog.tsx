import { Button, Group, Modal, Text } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { z } from 'zod';
import { jsonBody, RequestError, requestJson } from '@/app/_ui/request-json';
import type { UserView } from '@/lib/shared/users';
import { CopyField } from './copy-field';

const linkSchema = z.object({ url: z.string(), expires: z.coerce.date() });
type Link = z.output<typeof linkSchema>;

/** Makes a sign-in link when asked to, and shows it, to be handed over. */
export function LinkDialog({ user, onClose }: { user: UserView; onClose: () => void }) {
  const t = useTranslations('admin.users');
  const [link, setLink] = useState<Link>();
  const [error, setError] = useState<string>();
  const name = user.name ?? user.email;

  async function make() {
    try {
      setLink(await requestJson(linkSchema, `/api/users/${user.id}/sign-in-link`, jsonBody({})));
    } catch (fault) {
      setError((fault instanceof RequestError && fault.message) || t('failed'));
    }
  }

  return (
    <Modal opened size="lg" onClose={onClose} title={t('linkTitle', { name })}>
      {link ? <MadeLink link={link} name={name} /> : <Text size="sm">{t('linkIntro')}</Text>}
      {error ? (
        <Text c="red" size="sm" mt="sm" role="alert">
          {error}
        </Text>
      ) : null}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          {t('close')}
        </Button>
        {link ? null : <Button onClick={make}>{t('makeLink')}</Button>}
      </Group>
    </Modal>
  );
}

function MadeLink({ link, name }: { link: Link; name: string }) {
  const t = useTranslations('admin.users');
  const format = useFormatter();
  const expires = format.dateTime(link.expires, {
    dateStyle: 'medium',
    timeStyle: 'short',
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
  return (
    <>
      <Text size="sm">{t('linkText', { expires })}</Text>
      <CopyField value={link.url} label={t('linkTitle', { name })} />
    </>
  );
}
