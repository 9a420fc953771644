import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { OperationView } from '@/lib/shared/connections';
import classes from './connection.module.css';
import { OperationRow } from './operation-row';
import { useVisibleRows } from './use-visible-rows';

interface Props {
  operations: OperationView[];
  chosenId: string | null;
  drafts: ReadonlyMap<string, unknown>;
  onChoose: (operationId: string) => void;
}

/** Of each row, in pixels; the style sheet lets none grow. */
const rowHeight = 72;
const pageLength = 8;

/** A long list of operations: one stop for the tab key, gone through with the arrow keys. */
export function OperationRows({ operations, chosenId, drafts, onChoose }: Props) {
  const t = useTranslations('tools.operations');
  const { scroller, first, last, reveal } = useVisibleRows(operations.length, rowHeight);
  const chosen = operations.findIndex(({ operationId }) => operationId === chosenId);
  const [at, setAt] = useState(Math.max(0, chosen));
  const isMoving = useRef(false);

  // A row far away is not laid out before the list has scrolled to it.
  useEffect(() => {
    if (!isMoving.current) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${at}"]`);
    if (!row) return;
    isMoving.current = false;
    row.focus({ preventScroll: true });
  });

  function onKeyDown(event: KeyboardEvent) {
    const end = operations.length - 1;
    const steps: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + pageLength,
      PageUp: at - pageLength,
      Home: 0,
      End: end,
    };
    const next = steps[event.key];
    if (next === undefined) return;
    event.preventDefault();
    isMoving.current = true;
    const index = Math.min(end, Math.max(0, next));
    setAt(index);
    reveal(index);
  }

  return (
    <div className={classes.scroller} ref={scroller}>
      <ul
        className={classes.rows}
        style={{ height: operations.length * rowHeight }}
        aria-label={t('label')}
        onKeyDown={onKeyDown}
      >
        {operations.slice(first, last).map((operation, offset) => {
          const index = first + offset;
          const { operationId } = operation;
          return (
            <li
              key={operationId}
              className={classes.row}
              style={{ top: index * rowHeight, height: rowHeight }}
              aria-setsize={operations.length}
              aria-posinset={index + 1}
            >
              <OperationRow
                operation={operation}
                index={index}
                isChosen={operationId === chosenId}
                isStop={index === at || (index === first && (at < first || at >= last))}
                hasDraft={drafts.has(operationId)}
                onChoose={() => {
                  setAt(index);
                  onChoose(operationId);
                }}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
