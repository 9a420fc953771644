import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { type Account, AccountMenu } from './account-menu';
import classes from './app-shell.module.css';
import { Brand } from './brand';
import { ColorSchemeSwitch } from './color-scheme-switch';
import { LocaleSwitch } from './locale-switch';
import { MainNav } from './main-nav';
import { MobileNav } from './mobile-nav';
import type { NavItem } from './navigation';

interface Props {
  items: NavItem[];
  account: Account | null;
  signOut: () => Promise<void>;
  children: ReactNode;
}

/** The frame of every page: header with navigation and switches, and the page itself. */
export function AppShell({ items, account, signOut, children }: Props) {
  const t = useTranslations('common');
  const hasNavigation = items.length > 1;
  return (
    <>
      <a href="#main" className={classes.skip}>
        {t('skipToContent')}
      </a>
      <header className={classes.header}>
        {hasNavigation ? <MobileNav items={items} /> : null}
        <Brand name={t('productName')} href={items[0]?.href ?? '/'} />
        {hasNavigation ? (
          <nav className={classes.nav} aria-label={t('mainNavigation')}>
            <MainNav items={items} />
          </nav>
        ) : null}
        <div className={classes.tools}>
          <LocaleSwitch />
          <ColorSchemeSwitch />
          <AccountMenu account={account} signOut={signOut} />
        </div>
      </header>
      <main id="main" className={classes.main} tabIndex={-1}>
        {children}
      </main>
    </>
  );
}
