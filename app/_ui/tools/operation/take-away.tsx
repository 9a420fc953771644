import { Button } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { ConfirmDialog } from '@/app/_ui/confirm-dialog';
import type { OperationView } from '@/lib/shared/connections';
import { removeTool } from '../connections-api';

interface Props {
  operation: OperationView;
  connectionId: string;
  onChanged: () => Promise<void>;
  onTaken: () => void;
  ml?: 'auto';
}

/** Takes an operation away from all specialists, once that has been confirmed. */
export function TakeAway({ operation, connectionId, onChanged, onTaken, ml }: Props) {
  const t = useTranslations('tools.operation');
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button variant="subtle" color="red" ml={ml} onClick={() => setIsOpen(true)}>
        {t('takeAway')}
      </Button>
      <ConfirmDialog
        isOpen={isOpen}
        title={t('takeAwayTitle')}
        text={t('takeAwayText', { name: operation.tool?.titles.en ?? operation.operationId })}
        confirm={t('takeAway')}
        onConfirm={async () => {
          await removeTool(connectionId, operation.operationId);
          onTaken();
          await onChanged();
        }}
        onClose={() => setIsOpen(false)}
      />
    </>
  );
}
