'use client';
import { Burger, Drawer } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useTranslations } from 'next-intl';
import classes from './app-shell.module.css';
import { MainNav } from './main-nav';
import type { NavItem } from './navigation';

/** The navigation of narrow screens: behind a button, in a drawer. */
export function MobileNav({ items }: { items: NavItem[] }) {
  const t = useTranslations('common');
  const [isOpen, { toggle, close }] = useDisclosure(false);
  return (
    <div className={classes.mobileOnly}>
      <Burger size="sm" opened={isOpen} onClick={toggle} aria-label={t('openMenu')} />
      <Drawer opened={isOpen} onClose={close} size="16rem" title={t('productName')}>
        <nav className={classes.mobileNav} aria-label={t('mainNavigation')}>
          <MainNav items={items} onNavigate={close} />
        </nav>
      </Drawer>
    </div>
  );
}
