import { Group, NativeSelect, Text } from '@mantine/core';
import { useFormatter, useTranslations } from 'next-intl';
import { fileSize } from '@/app/_ui/knowledge/file-size';
import { type Team, useVisibilityOptions } from '@/app/_ui/knowledge/use-visibility-options';
import { useTimeAgo } from '@/app/_ui/time-ago';
import { type Visibility, visibilitySchema } from '@/lib/auth/visibility';
import type { DocumentView } from '@/lib/shared/documents';
import { pageUnit } from '@/lib/shared/page-unit';
import classes from './document.module.css';

interface Props {
  document: DocumentView;
  teams: Team[];
  mayManage: boolean;
  onChangeVisibility: (visibility: Visibility) => void;
}

/** What is known about a document, in one line, and who may see it. */
export function DocumentFacts({ document, teams, mayManage, onChangeVisibility }: Props) {
  const t = useTranslations('document.facts');
  const { optionsWith, labelOf } = useVisibilityOptions(teams);
  const { visibility } = document;
  return (
    <Group gap="xs" justify="space-between" align="center">
      <Text size="sm" c="dimmed" className={classes.facts} suppressHydrationWarning>
        {useFacts(document).join(' · ')}
      </Text>
      {mayManage ? (
        <NativeSelect
          size="xs"
          aria-label={t('visibility')}
          value={visibility}
          onChange={(event) =>
            onChangeVisibility(visibilitySchema.parse(event.currentTarget.value))
          }
          data={optionsWith(visibility)}
        />
      ) : (
        <Text size="sm">{labelOf(visibility)}</Text>
      )}
    </Group>
  );
}

function useFacts(document: DocumentView): string[] {
  const t = useTranslations('document.facts');
  const format = useFormatter();
  const hit = useTimeAgo(document.lastHitAt ?? document.createdAt);
  const { pages, chunks, source, filename, title } = document;
  const size = fileSize(document.bytes);
  const facts = [
    filename === title ? null : filename,
    useVersionFact(document),
    source ? t('source', { name: source.name }) : t('upload'),
    format.number(size.value, size.options),
    pages ? t('pages', { count: pages, unit: pageUnit(document.format) }) : null,
    chunks === null ? null : t('chunks', { count: chunks }),
    document.lastHitAt ? t('hit', { time: hit }) : t('neverHit'),
  ];
  return facts.filter((fact) => fact !== null);
}

/** Which version answers, and which one is on its way. */
function useVersionFact({ liveVersion, newestVersion, status, error }: DocumentView): string {
  const t = useTranslations('document.facts');
  if (liveVersion === null) return t('noVersion');
  if (liveVersion === newestVersion) return t('version', { number: liveVersion });
  const values = { live: liveVersion, newest: newestVersion };
  if (error?.code === 'cancelled') return t('versionCancelled', values);
  return t(status === 'failed' ? 'versionFailed' : 'versionComing', values);
}
