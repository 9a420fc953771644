import { Paper, Text, Title } from '@mantine/core';
import { type ReactNode, useId } from 'react';

interface Props {
  title: string;
  intro?: string;
  children: ReactNode;
}

/** A part of the page, with its heading and a sentence about it. */
export function Section({ title, intro, children }: Props) {
  const id = useId();
  return (
    <Paper withBorder p="md" component="section" aria-labelledby={id}>
      <Title order={2} id={id}>
        {title}
      </Title>
      {intro ? (
        <Text c="dimmed" size="sm" mt={2} maw="80ch">
          {intro}
        </Text>
      ) : null}
      {children}
    </Paper>
  );
}
