'use client';
import { Badge, Button, Group, Loader, Switch, Text, Title, UnstyledButton } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { LoadProblem } from '@/app/_ui/load-problem';
import { TextLink } from '@/app/_ui/text-link';
import { TimeAgo } from '@/app/_ui/time-ago';
import type { AskedQuestion } from '@/lib/shared/trials';
import classes from './playground.module.css';
import type { useAskedQuestions } from './use-asked-questions';
import { useFigure } from './use-figure';

interface Props {
  asked: ReturnType<typeof useAskedQuestions>;
  onTry: (question: AskedQuestion) => void;
}

/** The questions that people really asked, each to be tried with a click. */
export function AskedQuestions({ asked, onTry }: Props) {
  const t = useTranslations('playground.questions');
  const { current, fault, isUnanswered, setIsUnanswered, load } = asked;
  return (
    <>
      <Group justify="space-between" mb="xs">
        <Title order={2} id="playground-questions">
          {t('title')}
        </Title>
        <Switch
          size="sm"
          label={t('filter')}
          checked={isUnanswered}
          onChange={(event) => setIsUnanswered(event.currentTarget.checked)}
        />
      </Group>
      {fault ? <LoadProblem fault={fault} onRetry={load} /> : null}
      {current || fault ? null : <Loader size="sm" />}
      {current && current.questions.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t(isUnanswered ? 'emptyUnanswered' : 'empty')}
        </Text>
      ) : null}
      <ul className={classes.questions} aria-labelledby="playground-questions">
        {current?.questions.map((question) => (
          <Question
            key={`${question.at} ${question.query}`}
            question={question}
            onTry={() => onTry(question)}
          />
        ))}
      </ul>
      {current?.next ? (
        <Button size="compact-sm" variant="subtle" onClick={load}>
          {t('more')}
        </Button>
      ) : null}
    </>
  );
}

function Question({ question, onTry }: { question: AskedQuestion; onTry: () => void }) {
  const t = useTranslations('playground.questions');
  const figure = useFigure();
  const { query, at, askedBy, confidence, isAnswered, conversationId } = question;
  return (
    <li className={classes.line}>
      <UnstyledButton className={classes.question} onClick={onTry} title={t('run', { query })}>
        {query}
      </UnstyledButton>
      <Group gap="xs">
        <Badge variant="light" size="sm" color={isAnswered ? 'green' : 'orange'}>
          {t(isAnswered ? 'answered' : 'unanswered')} {figure(confidence)}
        </Badge>
        <Text size="xs" c="dimmed">
          {t(`by.${askedBy}`)} · <TimeAgo at={at} />
        </Text>
        <TextLink
          href={`/admin/transcripts/${encodeURIComponent(conversationId)}`}
          size="xs"
          aria-label={t('transcriptOf', { query })}
        >
          {t('transcript')}
        </TextLink>
      </Group>
    </li>
  );
}
