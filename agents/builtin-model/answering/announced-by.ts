import type { QuotableUnit } from './passage-units';

const announcement =
  /[:：]$|\b(?:as follows|the following|(?:see|in the) table below)\b|见下表|如下/i;

/** The table or list that a sentence announces ("the following apply:", 见下表), if it stands next. */
export function announcedBy(unit: QuotableUnit, units: QuotableUnit[]): QuotableUnit[] {
  const next = units[unit.position + 1];
  const isAnnounced = unit.kind === 'sentence' && announcement.test(unit.text);
  if (!isAnnounced || next?.n !== unit.n || next.kind === 'sentence') return [];
  return units.filter(({ block }) => block === next.block);
}
