import { useEffect, useRef } from 'react';
import type { FieldFaults } from './read-issues';

/** Leads to the first field that does not fit, whenever a form has been refused for its fields. */
export function useFocusOnFault(faults: FieldFaults) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (Object.keys(faults).length === 0) return;
    form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [faults]);
  return form;
}
