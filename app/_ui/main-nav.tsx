'use client';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'next-intl';
import classes from './app-shell.module.css';
import type { NavItem } from './navigation';

interface Props {
  items: NavItem[];
  onNavigate?: () => void;
}

/** The links to the pages a person may open; the current one is marked. */
export function MainNav({ items, onNavigate }: Props) {
  const t = useTranslations('common.nav');
  const pathname = usePathname();
  return items.map(({ key, href }) => {
    const isCurrent = href === '/' ? pathname === '/' : pathname.startsWith(href);
    return (
      <Link
        key={key}
        href={href}
        className={classes.link}
        aria-current={isCurrent ? 'page' : undefined}
        onClick={onNavigate}
      >
        {t(key)}
      </Link>
    );
  });
}
