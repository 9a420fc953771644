import { Badge, Group, Text } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { Fragment, type ReactNode } from 'react';
import { TextLink } from '@/app/_ui/text-link';
import type { TrialPassage } from '@/lib/shared/trials';
import { Marked } from './marked';
import { usePlaygroundContext } from './playground-context';

interface Props {
  passage: TrialPassage;
  /** What stands at the end of the first line. */
  children?: ReactNode;
}

/** Where a passage stands, with a link to it, and who may read it. */
export function PassageHead({ passage, children }: Props) {
  const t = useTranslations('playground.passage');
  const { labelOf } = usePlaygroundContext();
  const { documentId, chunkId, title, headings, page, pageTo, visibility } = passage;
  return (
    <>
      <Group gap="xs" align="baseline">
        <TextLink
          href={`/knowledge/${encodeURIComponent(documentId)}?chunk=${encodeURIComponent(chunkId)}`}
          fw={600}
        >
          <Marked {...title} />
        </TextLink>
        {page === null ? null : (
          <Text size="xs" c="dimmed" component="span">
            {pageTo && pageTo !== page ? t('pages', { page, pageTo }) : t('page', { page })}
          </Text>
        )}
        <Badge
          variant="light"
          size="sm"
          color={visibility === 'public' ? 'gray' : undefined}
          leftSection={visibility === 'public' ? null : <IconLock size={11} aria-hidden />}
        >
          {labelOf(visibility)}
        </Badge>
        {children}
      </Group>
      {headings.length > 0 ? (
        <Text size="xs" c="dimmed">
          {headings.map((heading, at) => (
            // Headings may repeat; they change only all at once.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above.
            <Fragment key={at}>
              {at > 0 ? ' › ' : null}
              <Marked {...heading} />
            </Fragment>
          ))}
        </Text>
      ) : null}
    </>
  );
}
