import { Select } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import type { Person } from '@/lib/shared/trials';
import { fetchPeople } from './playground-api';

/** People are looked for when no key was pressed for this long, in milliseconds. */
const restMs = 250;

interface Props {
  person: Person | null;
  onChoose: (person: Person) => void;
}

/** A member of staff, found by typing: the server looks them up. */
export function PersonSelect({ person, onChoose }: Props) {
  const t = useTranslations('playground.question');
  const [typed, setTyped] = useState('');
  const people = usePeople(person && typed === labelOf(person) ? '' : typed);
  const known = person && !people.some(({ id }) => id === person.id) ? [person, ...people] : people;
  return (
    <Select
      label={t('person')}
      placeholder={t('personPlaceholder')}
      nothingFoundMessage={t('nobody')}
      flex="1 1 14rem"
      searchable
      autoComplete="off"
      value={person?.id ?? null}
      searchValue={typed}
      onSearchChange={setTyped}
      data={known.map((each) => ({ value: each.id, label: labelOf(each) }))}
      // The server has chosen already who fits.
      filter={({ options }) => options}
      onChange={(id) => {
        const chosen = known.find((each) => each.id === id);
        if (chosen) onChoose(chosen);
      }}
    />
  );
}

function labelOf({ name, email }: Person): string {
  return name ? `${name} (${email})` : email;
}

/** Who fits what was typed, a moment after the last key. Without an answer, those found before. */
function usePeople(text: string): Person[] {
  const [people, setPeople] = useState<Person[]>([]);
  useEffect(() => {
    let isLatest = true;
    const timer = setTimeout(() => {
      fetchPeople(text).then(
        (found) => {
          if (isLatest) setPeople(found);
        },
        () => undefined,
      );
    }, restMs);
    return () => {
      isLatest = false;
      clearTimeout(timer);
    };
  }, [text]);
  return people;
}
