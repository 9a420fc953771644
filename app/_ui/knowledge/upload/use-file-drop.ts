'use client';
import { useEffect, useEffectEvent, useState } from 'react';
import { type Collected, collectDropped } from './collect-files';

const holdsFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false;

/**
 * Takes files and folders that are dropped anywhere on the page.
 * @returns whether some are being held over it
 */
export function useFileDrop(onDropped: (collected: Collected) => void): boolean {
  const [isOver, setIsOver] = useState(false);

  const onDrop = useEffectEvent(async (event: DragEvent) => {
    if (!event.dataTransfer || !holdsFiles(event)) return;
    // Otherwise the browser leaves the page and shows the file.
    event.preventDefault();
    setIsOver(false);
    onDropped(await collectDropped(event.dataTransfer));
  });

  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setIsOver(true);
    };
    // Within the page, whatever is left for something else names that; nothing is named at its edge.
    const leave = ({ relatedTarget }: DragEvent) => {
      if (relatedTarget === null) setIsOver(false);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', onDrop);
    };
  }, []);

  return isOver;
}
