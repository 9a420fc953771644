'use client';
import { useEffect, useState } from 'react';
import { type BuildingIndex, fetchBuildingIndex } from './indexes-api';
import { isPassingFault } from './is-passing-fault';

/** How often the page asks, in milliseconds: while an index is built, and otherwise. */
const often = 5_000;
const seldom = 60_000;

/** The index that is being built, looked at for as long as the page is open; null when none is. */
export function useBuildingIndex(): BuildingIndex | null {
  const [building, setBuilding] = useState<BuildingIndex | null>(null);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isOver = false;

    async function look() {
      let found: BuildingIndex | null = null;
      try {
        found = await fetchBuildingIndex();
        if (!isOver) setBuilding(found);
      } catch (fault) {
        // What was last known stays; it is asked again below.
        if (!isPassingFault(fault)) throw fault;
      } finally {
        if (!isOver) timer = setTimeout(look, found ? often : seldom);
      }
    }

    void look();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, []);

  return building;
}
