import { Badge, Button, Group, TableTd, TableTr, Text } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import { fileUrl, restoreVersion } from '@/app/_ui/document/document-api';
import { fileSize } from '@/app/_ui/knowledge/file-size';
import { useElapsed } from '@/app/_ui/knowledge/list/use-elapsed';
import { LocalTime } from '@/app/_ui/local-time';
import { useAct } from '@/app/_ui/use-act';
import type { VersionView } from '@/lib/shared/documents';
import { pageUnit } from '@/lib/shared/page-unit';
import classes from './history.module.css';

interface Props {
  documentId: string;
  version: VersionView;
  mayManage: boolean;
  onChanged: () => Promise<void>;
}

/** One version: its file, what was read of it, whether it answers, and the way back to it. */
export function VersionRow({ documentId, version, mayManage, onChanged }: Props) {
  const t = useTranslations('document.versions');
  const { act, isBusy } = useAct();
  const { number, filename, isLive, status } = version;

  async function restore() {
    await act(async () => {
      await restoreVersion(documentId, number);
      return t('restored', { number });
    });
    await onChanged();
  }

  return (
    <TableTr aria-current={isLive ? 'true' : undefined}>
      <TableTd className={classes.number}>{number}</TableTd>
      <TableTd className={classes.file}>{filename}</TableTd>
      <TableTd className={classes.when}>
        <LocalTime at={version.createdAt} />
      </TableTd>
      <TableTd className={classes.content}>{useContent(version)}</TableTd>
      <TableTd className={classes.state}>
        <VersionStatus version={version} />
      </TableTd>
      <TableTd className={classes.buttons}>
        <Group gap="xs" wrap="nowrap">
          <Button
            component="a"
            href={fileUrl(documentId, number)}
            download
            variant="default"
            size="compact-xs"
            aria-label={t('downloadNumber', { number })}
          >
            {t('download')}
          </Button>
          {mayManage && !isLive && status === 'ready' ? (
            <Button
              variant="default"
              size="compact-xs"
              loading={isBusy}
              aria-label={t('restoreNumber', { number })}
              onClick={restore}
            >
              {t('restore')}
            </Button>
          ) : null}
        </Group>
      </TableTd>
    </TableTr>
  );
}

function VersionStatus({ version }: { version: VersionView }) {
  const t = useTranslations('document');
  const knowledge = useTranslations('knowledge');
  const { status, error, isLive } = version;
  if (isLive) {
    return (
      <Badge variant="light" color="green">
        {t('versions.answers')}
      </Badge>
    );
  }
  return (
    <>
      <Text size="sm">
        {knowledge(`status.${error?.code === 'cancelled' ? 'cancelled' : status}`)}
      </Text>
      {error ? (
        <Text size="xs" c="dimmed">
          {error.message}
        </Text>
      ) : null}
    </>
  );
}

/** How large it is, what was read of it, and how long that took. */
function useContent({ bytes, pages, chunks, format, elapsedMs, status }: VersionView): string {
  const t = useTranslations('document');
  const formatter = useFormatter();
  const size = fileSize(bytes);
  const elapsed = useElapsed();
  const took = status === 'ready' ? elapsedMs : null;
  const facts = [
    formatter.number(size.value, size.options),
    pages ? t('facts.pages', { count: pages, unit: pageUnit(format) }) : null,
    chunks === null ? null : t('facts.chunks', { count: chunks }),
    took === null ? null : t('status.took', { time: elapsed(took) }),
  ];
  return facts.filter(Boolean).join(' · ');
}
