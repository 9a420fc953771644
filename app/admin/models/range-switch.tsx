'use client';
import { Button, ButtonGroup } from '@mantine/core';
import Link from 'next/link';
import type { ModelRange } from '@/lib/shared/models';

interface Props {
  label: string;
  ranges: { range: ModelRange; label: string }[];
  current: ModelRange;
}

/** Links to the same page over other times, so that each has an address. */
export function RangeSwitch({ label, ranges, current }: Props) {
  return (
    <nav aria-label={label}>
      <ButtonGroup>
        {ranges.map((one) => (
          <Button
            key={one.range}
            component={Link}
            href={{ pathname: '/admin/models', query: { range: one.range } }}
            scroll={false}
            variant={one.range === current ? 'filled' : 'default'}
            aria-current={one.range === current ? 'page' : undefined}
            size="xs"
          >
            {one.label}
          </Button>
        ))}
      </ButtonGroup>
    </nav>
  );
}
