import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

/** A page's title, with one sentence about what it is for. */
export function PageHeading({ title, children }: { title: string; children: ReactNode }) {
  return (
    <header>
      <Title order={1}>{title}</Title>
      <Text c="dimmed" size="sm" mt={2}>
        {children}
      </Text>
    </header>
  );
}
