import { Text } from '@mantine/core';
import type { ReactNode } from 'react';

/** A line of what a step recorded. */
export function Fact({ children }: { children: ReactNode }) {
  return (
    <Text size="sm" c="dimmed" component="div">
      {children}
    </Text>
  );
}
