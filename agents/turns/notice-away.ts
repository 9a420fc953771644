import type { Execution } from './execution';

/** Tells the person which connected systems could not be used for this answer. */
export function noticeAway({ writer, scope }: Execution): void {
  const names = [...new Set([...scope.away.values()].flat())];
  if (names.length > 0) writer.writeNotice('tools-away', names.join(', '));
  else if (scope.connected.isUnreadable && scope.away.size > 0) writer.writeNotice('tools-away');
}
