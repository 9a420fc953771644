import { notifications } from '@mantine/notifications';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { ConfirmDialog } from '@/app/_ui/confirm-dialog';
import { type ConnectionView, deleteConnection } from '../connections-api';
import type { ConnectionAction } from './connection-menu';
import { CredentialDialog } from './credential-dialog';
import { DocumentDialog } from './document-dialog';
import { IdentityDialog } from './identity-dialog';
import { ReachDialog } from './reach-dialog';

interface Props {
  action: ConnectionAction;
  detail: ConnectionView;
  onChanged: () => Promise<void>;
  onClose: () => void;
}

/** The dialog for what somebody chose from a connection's menu. */
export function ConnectionDialog({ action, detail, onChanged, onClose }: Props) {
  const t = useTranslations('tools.delete');
  const router = useRouter();
  const { connection } = detail;
  const { id, name, toolCount } = connection;
  const dialog = { connection, onChanged, onClose };
  if (action === 'reach') return <ReachDialog {...dialog} />;
  if (action === 'identity') return <IdentityDialog {...dialog} />;
  if (action === 'credential') return <CredentialDialog {...dialog} stored={detail.credential} />;
  if (action === 'document') return <DocumentDialog {...dialog} operations={detail.operations} />;
  return (
    <ConfirmDialog
      isOpen
      title={t('title')}
      text={t('text', { name, count: toolCount })}
      confirm={t('confirm')}
      onConfirm={async () => {
        await deleteConnection(id);
        notifications.show({ message: t('done', { name }) });
        router.push('/admin/tools');
      }}
      onClose={onClose}
    />
  );
}
