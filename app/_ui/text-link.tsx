'use client';
import { Anchor, type AnchorProps } from '@mantine/core';
import Link, { type LinkProps } from 'next/link';
import type { ReactNode } from 'react';

interface Props extends AnchorProps {
  href: LinkProps['href'];
  children: ReactNode;
}

/** A link inside the desk, for pages that the server renders: those cannot pass `Link` on. */
export function TextLink({ href, children, ...look }: Props) {
  return (
    <Anchor component={Link} href={href} size="sm" {...look}>
      {children}
    </Anchor>
  );
}
