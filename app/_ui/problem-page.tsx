import { Container, Group, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  title: string;
  text: string;
  children: ReactNode;
}

/** A page for when something is not there or went wrong: what happened, and what to do. */
export function ProblemPage({ title, text, children }: Props) {
  return (
    <Container size="xs" py="15dvh">
      <Title order={1}>{title}</Title>
      <Text c="dimmed" mt="xs">
        {text}
      </Text>
      <Group mt="lg">{children}</Group>
    </Container>
  );
}
