import { IconChecklist } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { EmptyState } from '@/app/_ui/empty-state';
import type { Approval } from '@/lib/shared/actions';
import { ItemList } from '../item-list';
import { ListFault } from '../list-fault';
import { ApprovalItem } from './approval-item';

interface Props {
  items: Approval[];
  fault: unknown;
  selectedId: string | null;
  onOpen: (approvalId: string) => void;
  onRetry: () => void;
}

/** What waits for an operator, the oldest first. */
export function ApprovalList({ items, fault, selectedId, onOpen, onRetry }: Props) {
  const t = useTranslations('approvals.empty');
  if (fault) return <ListFault fault={fault} onRetry={onRetry} />;
  if (items.length === 0) {
    return (
      <EmptyState
        icon={<IconChecklist size={32} stroke={1.4} />}
        title={t('title')}
        text={t('text')}
      />
    );
  }
  return (
    <ItemList>
      {items.map((item) => (
        <li key={item.id}>
          <ApprovalItem
            item={item}
            isSelected={item.id === selectedId}
            onOpen={() => onOpen(item.id)}
          />
        </li>
      ))}
    </ItemList>
  );
}
