import { Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

interface Props {
  icon: ReactNode;
  title: string;
  text: string;
}

/** What stands where there is nothing yet: it says what will appear here. */
export function EmptyState({ icon, title, text }: Props) {
  return (
    <Stack align="center" gap={6} py={48} px="md" maw={420} mx="auto" ta="center">
      <Text c="dimmed" component="span" aria-hidden>
        {icon}
      </Text>
      <Title order={2} fz="md">
        {title}
      </Title>
      <Text c="dimmed" size="sm">
        {text}
      </Text>
    </Stack>
  );
}
