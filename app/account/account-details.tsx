import { Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import type { AccountView } from '@/lib/shared/account';
import classes from './account.module.css';

interface Props {
  account: Omit<AccountView, 'facts'>;
}

/** Who the person is to the desk; what it does not know is left out. */
export function AccountDetails({ account }: Props) {
  const t = useTranslations('account.details');
  const rows = [
    { key: 'name', value: account.name },
    { key: 'email', value: account.email },
    { key: 'accountId', value: account.accountId },
    { key: 'language', value: t(`locale.${account.locale}`) },
  ] as const;
  return (
    <dl className={classes.details}>
      {rows.map(({ key, value }) =>
        value === null ? null : (
          <Fragment key={key}>
            <Text component="dt" c="dimmed">
              {t(key)}
            </Text>
            <dd>{value}</dd>
          </Fragment>
        ),
      )}
    </dl>
  );
}
