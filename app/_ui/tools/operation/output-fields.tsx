import { Button, Checkbox, Group, Input, Text } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useMemo } from 'react';
import { useFieldError } from '../fields/use-field-error';
import classes from './operation.module.css';
import { type OutputNode, outputTree, pathsBelow } from './output-tree';
import type { PartProps } from './use-tool-form';

/** Which fields of the response models may see. */
export function OutputFields({
  draft,
  faults,
  change,
  outputs,
}: PartProps & { outputs: string[] }) {
  const t = useTranslations('tools.outputs');
  const errorOf = useFieldError(faults);
  const tree = useMemo(() => outputTree(outputs), [outputs]);
  const chosen = useMemo(() => new Set(draft.outputs), [draft.outputs]);
  const choose = (next: Set<string>) => {
    change({ outputs: outputs.filter((path) => next.has(path)) });
  };

  return (
    <fieldset className={classes.group}>
      <Input.Label component="legend" labelElement="div">
        {t('label')}
      </Input.Label>
      <Input.Description>{outputs.length > 0 ? t('hint') : t('unknown')}</Input.Description>
      {outputs.length > 0 ? (
        <>
          <Group gap="xs" mt="xs">
            <Button size="compact-xs" variant="default" onClick={() => choose(new Set(outputs))}>
              {t('all')}
            </Button>
            <Button size="compact-xs" variant="default" onClick={() => choose(new Set())}>
              {t('none')}
            </Button>
            <Text size="xs" c="dimmed" role="status">
              {t('chosen', { count: chosen.size, all: outputs.length })}
            </Text>
          </Group>
          <div className={classes.outputs}>
            <Branch nodes={tree} chosen={chosen} onChoose={choose} />
          </div>
        </>
      ) : null}
      {errorOf('outputs') ? (
        <Input.Error role="alert" mt={4}>
          {errorOf('outputs')}
        </Input.Error>
      ) : null}
    </fieldset>
  );
}

interface BranchProps {
  nodes: OutputNode[];
  chosen: ReadonlySet<string>;
  onChoose: (chosen: Set<string>) => void;
}

function Branch({ nodes, chosen, onChoose }: BranchProps) {
  const t = useTranslations('tools.outputs');
  const names: Record<string, string> = { '*': t('everything'), '[]': t('items') };

  function toggle(paths: string[], isChosen: boolean) {
    const next = new Set(chosen);
    for (const path of paths) {
      if (isChosen) next.add(path);
      else next.delete(path);
    }
    onChoose(next);
  }

  return (
    <ul className={classes.branch}>
      {nodes.map((node) => {
        const paths = pathsBelow(node);
        const count = paths.filter((path) => chosen.has(path)).length;
        return (
          <li key={node.label}>
            <Checkbox
              size="xs"
              label={names[node.label] ?? node.label}
              classNames={{ label: classes.field }}
              checked={count === paths.length}
              indeterminate={count > 0 && count < paths.length}
              onChange={(event) => toggle(paths, event.currentTarget.checked)}
            />
            {node.children.length > 0 ? (
              <Branch nodes={node.children} chosen={chosen} onChoose={onChoose} />
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}
