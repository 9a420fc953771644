import { Collapse, Input, UnstyledButton } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import classes from './operation.module.css';

interface Props {
  label: string;
  hint: string;
  /** Whether something is set in it already, when it is first shown. */
  isOpenAtFirst: boolean;
  children: ReactNode;
}

/** A part of a form that few need: folded away until somebody asks for it. */
export function Disclosure({ label, hint, isOpenAtFirst, children }: Props) {
  const id = useId();
  const [isOpen, setIsOpen] = useState(isOpenAtFirst);
  return (
    <div>
      <UnstyledButton
        className={classes.toggle}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setIsOpen(!isOpen)}
      >
        <IconChevronRight size={16} aria-hidden />
        {label}
      </UnstyledButton>
      <Input.Description>{hint}</Input.Description>
      <Collapse expanded={isOpen} id={id}>
        {children}
      </Collapse>
    </div>
  );
}
