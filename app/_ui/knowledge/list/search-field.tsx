import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useTranslations } from 'next-intl';
import { useEffect, useRef, useState } from 'react';

/** A search begins when no key was pressed for this long, in milliseconds. */
const restMs = 300;

interface Props {
  /** What is searched for at present. */
  text: string;
  onSearch: (text: string) => void;
}

/** Where words to search for are typed; the search follows the typing. */
export function SearchField({ text, onSearch }: Props) {
  const t = useTranslations('knowledge.list');
  const [typed, setTyped] = useState(text);
  const searched = useRef(text);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const field = useRef<HTMLInputElement>(null);

  // The address may change by other ways than this field: by «show all», or by going back.
  useEffect(() => {
    if (text === searched.current) return;
    searched.current = text;
    setTyped(text);
  }, [text]);
  useEffect(() => () => clearTimeout(timer.current), []);

  function search(words: string) {
    clearTimeout(timer.current);
    searched.current = words.trim();
    onSearch(searched.current);
  }

  function change(words: string) {
    setTyped(words);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => search(words), restMs);
  }

  function clear() {
    setTyped('');
    search('');
    field.current?.focus();
  }

  return (
    <TextInput
      ref={field}
      type="search"
      aria-label={t('search')}
      placeholder={t('search')}
      maxLength={200}
      flex="1 1 14rem"
      leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
      value={typed}
      onChange={(event) => change(event.currentTarget.value)}
      rightSection={
        typed ? <CloseButton size="sm" aria-label={t('clearSearch')} onClick={clear} /> : null
      }
    />
  );
}
