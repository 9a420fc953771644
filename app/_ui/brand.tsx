import Link from 'next/link';
import classes from './app-shell.module.css';

/** The product's mark and name; leads to the chat. */
export function Brand({ name, href }: { name: string; href: string }) {
  return (
    <Link href={href} className={classes.brand}>
      <svg width="22" height="22" viewBox="0 0 32 32" aria-hidden="true">
        <path
          d="M16 5a10 10 0 0 1 10 10v4H6v-4A10 10 0 0 1 16 5Z"
          fill="var(--mantine-primary-color-filled)"
        />
        <rect x="3" y="22" width="26" height="4" rx="2" fill="currentColor" />
        <circle cx="16" cy="4" r="2" fill="currentColor" />
      </svg>
      {name}
    </Link>
  );
}
