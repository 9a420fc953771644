import { Skeleton } from '@mantine/core';
import { IconMoodSmile } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { EmptyState } from '@/app/_ui/empty-state';
import type { CaseFilter, CaseSummary } from '@/lib/shared/inbox';
import { CaseItem } from './case-item';
import { ItemList } from './item-list';
import { ListFault } from './list-fault';

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

/** The cases of one state. */
export function CaseList({ state, cases, fault, onRetry, ...item }: Props) {
  const t = useTranslations('inbox');
  if (fault) return <ListFault fault={fault} onRetry={onRetry} />;
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
    <ItemList>
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
    </ItemList>
  );
}
