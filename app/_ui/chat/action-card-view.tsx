'use client';
import { Text, VisuallyHidden } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { ActionFields } from '@/app/_ui/action-fields';
import type { ActionCard } from '@/lib/shared/chat';
import classes from './action-card.module.css';
import { ActionControls } from './action-controls';
import { OperatorNote } from './operator-note';
import type { OwnCards } from './own-cards';
import { useActionCard } from './use-action-card';
import { useKeptFocus } from './use-kept-focus';

interface Props {
  card: ActionCard;
  /** Words beside it say what its state means: it need not. */
  isTold: boolean;
  /** Absent where the reader may look only: the card then has no buttons. */
  own?: OwnCards;
}

/** States in which a card says to its person what they mean. */
const explained = { 'awaiting-operator': true, unknown: true, undone: true } as const;
const isExplained = (state: ActionCard['state']): state is keyof typeof explained =>
  state in explained;

/** What the assistant would do, to be confirmed or cancelled; afterwards, what came of it. */
export function ActionCardView({ card, isTold, own }: Props) {
  const t = useTranslations('chat.actions');
  const acts = useActionCard(card, own);
  const { state, pending, problem } = acts;
  const focus = useKeptFocus(`${state} ${pending}`);
  // What was said when it was done is true no more.
  const outcome = state === 'undone' ? undefined : card.outcome;
  const isSilent = isTold && state === card.state;
  return (
    <section {...(own ? focus : {})} className={classes.card} aria-label={card.title}>
      <div className={classes.head}>
        <Text fw={600} className={classes.title}>
          {card.title}
        </Text>
        <span className={classes.state} data-state={state} role="status" aria-atomic>
          <VisuallyHidden>{card.title}: </VisuallyHidden>
          {t(`states.${state}`)}
        </span>
      </div>
      <ActionFields fields={card.fields} className={classes.fields} />
      {outcome && !isSilent ? <Text size="sm">{outcome}</Text> : null}
      {own && !outcome && !isSilent && isExplained(state) ? (
        <Text size="sm" c="dimmed">
          {t(`hints.${state}`)}
        </Text>
      ) : null}
      {card.note ? <OperatorNote note={card.note} /> : null}
      {problem ? (
        <Text size="sm" c="red" role="alert" mt="xs">
          {problem}
        </Text>
      ) : null}
      {own ? <ActionControls card={card} acts={acts} /> : null}
    </section>
  );
}
