import { useTranslations } from 'next-intl';
import type { Owner } from '@/lib/shared/chat';
import classes from './chat.module.css';

/** Says who answers when it is not the assistant. */
export function OwnerBanner({ owner }: { owner: Owner }) {
  const t = useTranslations('chat');
  const text =
    owner.kind === 'operator'
      ? t('owner.operator', { name: owner.name ?? t('operator') })
      : t('owner.queue');
  return (
    <div role="status" aria-live="polite">
      {owner.kind === 'ai' ? null : (
        <p className={classes.banner} data-kind={owner.kind}>
          {text}
        </p>
      )}
    </div>
  );
}
