import { Badge, Text, UnstyledButton } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { useSpecialistTitle } from '@/app/_ui/specialist-title';
import type { OperationView } from '@/lib/shared/connections';
import { OperationBadge } from '../operation-badge';
import { RiskBadge } from '../risk-badge';
import classes from './connection.module.css';

interface Props {
  operation: OperationView;
  index: number;
  isChosen: boolean;
  /** It is the one that the tab key leads to. */
  isStop: boolean;
  hasDraft: boolean;
  onChoose: () => void;
}

/** One operation in three lines: what it is called, what it is for, who has it. */
export function OperationRow({ operation, index, isChosen, isStop, hasDraft, onChoose }: Props) {
  const { operationId, path, summary } = operation;
  return (
    <UnstyledButton
      className={classes.choice}
      aria-current={isChosen ? 'true' : undefined}
      data-index={index}
      tabIndex={isStop ? 0 : -1}
      onClick={onChoose}
    >
      <span className={classes.line}>
        <OperationBadge operation={operation} />
        <Text span size="sm" className={`${classes.main} ${classes.mono}`}>
          {path ?? operationId}
        </Text>
      </span>
      <span className={classes.line}>
        <Text span size="xs" c="dimmed" className={classes.main}>
          {summary || operationId}
        </Text>
      </span>
      <State operation={operation} hasDraft={hasDraft} />
    </UnstyledButton>
  );
}

function State({ operation, hasDraft }: Pick<Props, 'operation' | 'hasDraft'>) {
  const t = useTranslations('tools.operations');
  const titleOf = useSpecialistTitle();
  const { tool, isChanged, problem, builtIn } = operation;
  const specialists = tool?.specialists ?? [
    ...new Set(builtIn.map(({ specialist }) => specialist)),
  ];
  return (
    <span className={classes.line}>
      {tool ? <RiskBadge risk={tool.risk} /> : null}
      {isChanged ? (
        <Badge size="xs" color="yellow">
          {t('isChanged')}
        </Badge>
      ) : null}
      {problem ? (
        <Badge size="xs" color="gray" variant="outline">
          {t('isUnusable')}
        </Badge>
      ) : null}
      {hasDraft ? (
        <Badge size="xs" variant="outline">
          {t('hasDraft')}
        </Badge>
      ) : null}
      <Text span size="xs" className={classes.main}>
        {specialists.map(titleOf).join(', ')}
      </Text>
    </span>
  );
}
