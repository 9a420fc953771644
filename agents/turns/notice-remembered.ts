import type { Execution } from './execution';

/** Tells the person what was remembered of them in this turn: they can see and erase it. */
export function noticeRemembered({ writer, scope }: Execution): void {
  if (scope.remembered.length > 0) writer.writeNotice('remembered', scope.remembered.join('; '));
}
