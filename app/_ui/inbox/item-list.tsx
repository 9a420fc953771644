import { useHotkeys } from '@mantine/hooks';
import { type ReactNode, useRef } from 'react';
import classes from './inbox.module.css';
import { moveFocus } from './move-focus';

/** A list of things to open. J and K move through it, Enter opens. */
export function ItemList({ children }: { children: ReactNode }) {
  const list = useRef<HTMLUListElement>(null);
  useHotkeys([
    ['j', () => moveFocus(list.current, 1)],
    ['k', () => moveFocus(list.current, -1)],
  ]);
  return (
    <ul ref={list} className={classes.items}>
      {children}
    </ul>
  );
}
