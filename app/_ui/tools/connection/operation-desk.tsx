import { Button, Text } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useSearchParams } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { ConnectionDetail } from '@/lib/shared/connections';
import { OperationPanel } from '../operation/operation-panel';
import type { ToolDraft } from '../operation/tool-draft';
import classes from './connection.module.css';
import { OperationList } from './operation-list';

interface Props {
  detail: ConnectionDetail;
  onChanged: () => Promise<void>;
}

/** The operations of a connection, and the one that was chosen. What is typed for one stays while others are looked at. */
export function OperationDesk({ detail, onChanged }: Props) {
  const t = useTranslations('tools.operations');
  const chosenId = useSearchParams().get('operation');
  const [drafts, setDrafts] = useState<ReadonlyMap<string, ToolDraft>>(new Map());
  const chosen = detail.operations.find(({ operationId }) => operationId === chosenId);

  function choose(operationId: string | null) {
    const query = operationId ? `?${new URLSearchParams({ operation: operationId })}` : '';
    window.history.pushState(null, '', `${window.location.pathname}${query}`);
  }

  /** A draft that was stored goes when the server has answered: those begun meanwhile must stay. */
  function keep(operationId: string, draft: ToolDraft | null) {
    setDrafts((shown) => {
      const kept = new Map(shown);
      if (draft) kept.set(operationId, draft);
      else kept.delete(operationId);
      return kept;
    });
  }

  return (
    <div className={classes.desk} data-chosen={chosen ? true : undefined}>
      <div className={classes.side}>
        <OperationList
          operations={detail.operations}
          chosenId={chosen?.operationId ?? null}
          drafts={drafts}
          onChoose={choose}
        />
      </div>
      <div>
        {chosen ? (
          <>
            <Button
              className={classes.onlyNarrow}
              variant="subtle"
              size="compact-sm"
              mb="sm"
              leftSection={<IconArrowLeft size={16} />}
              onClick={() => choose(null)}
            >
              {t('back')}
            </Button>
            <OperationPanel
              key={chosen.operationId}
              operation={chosen}
              detail={detail}
              draft={drafts.get(chosen.operationId) ?? null}
              onDraft={(draft) => keep(chosen.operationId, draft)}
              onChanged={onChanged}
            />
          </>
        ) : (
          <Text c="dimmed" size="sm">
            {chosenId ? t('gone') : t('choose')}
          </Text>
        )}
      </div>
    </div>
  );
}
