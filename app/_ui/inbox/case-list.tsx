import { Alert, Button, Skeleton, Stack } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconMoodSmile } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useRef } from 'react';
import { problemSentence } from '@/app/_ui/chat/problem-sentence';
import { EmptyState } from '@/app/_ui/empty-state';
import type { CaseFilter, CaseSummary } from '@/lib/shared/inbox';
import { CaseItem } from './case-item';
import classes from './inbox.module.css';
import { moveFocus } from './move-focus';

interface Props {
  state: CaseFilter;
  /** Null while they are being fetched. */
  cases: CaseSummary[] | null;
  fault: unknown;
  selectedId: string | null;
  readerId: string;
  isUnread: (item: CaseSummary) => boolean;
  onOpen: (caseId: string) => void;
  onRetry: () => void;
}

/** The cases of one state. J and K move through them, Enter opens. */
export function CaseList({ state, cases, fault, onRetry, ...item }: Props) {
  const t = useTranslations('inbox');
  const list = useRef<HTMLUListElement>(null);
  useHotkeys([
    ['j', () => moveFocus(list.current, 1)],
    ['k', () => moveFocus(list.current, -1)],
  ]);

  if (fault) {
    return (
      <Alert color="red" variant="light" m="sm" role="alert" title={t('failed')}>
        <Stack gap="xs" align="start">
          {problemSentence(fault)}
          <Button size="xs" variant="default" onClick={onRetry}>
            {t('retry')}
          </Button>
        </Stack>
      </Alert>
    );
  }
  if (!cases) return <Skeleton h="4.5rem" m="sm" w="auto" />;
  if (cases.length === 0) {
    return (
      <EmptyState
        icon={<IconMoodSmile size={32} stroke={1.4} />}
        title={t(`empty.${state}.title`)}
        text={t(`empty.${state}.text`)}
      />
    );
  }
  return (
    <ul ref={list} className={classes.items}>
      {cases.map((found) => (
        <li key={found.id}>
          <CaseItem
            item={found}
            isSelected={found.id === item.selectedId}
            isMine={found.assignee?.id === item.readerId}
            isUnread={item.isUnread(found)}
            onOpen={() => item.onOpen(found.id)}
          />
        </li>
      ))}
    </ul>
  );
}
