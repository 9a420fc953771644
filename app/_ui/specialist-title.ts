import { useMessages } from 'next-intl';

/** What people see a specialist called; its name where it is of another version of the desk. */
export function useSpecialistTitle(): (name: string) => string {
  const { specialists } = useMessages();
  return (name) => specialists[name] ?? name;
}
