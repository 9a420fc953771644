import { Text } from '@mantine/core';
import { useState } from 'react';
import { MarkedText } from '@/app/_ui/document/quoted/marked-text';
import classes from '@/app/_ui/document/reader/reader.module.css';
import { useReader } from '@/app/_ui/document/reader/reader-context';
import { itemId } from '@/app/_ui/document/reader/reveal';
import type { ChunkView } from '@/lib/shared/chunks';
import { findQuote } from '@/lib/shared/find-quote';
import { EditNote } from './edit-note';
import { PassageEditor } from './passage-editor';
import { PassageHead } from './passage-head';
import { PassageTools } from './passage-tools';
import styles from './passages.module.css';

interface Props {
  chunk: ChunkView;
  onReplaced: (chunk: ChunkView) => void;
  /** It was undone: what stands there now must be fetched. */
  onGone: () => Promise<void>;
}

/** One passage: what it says, what a person made of it, and what can be done with it. */
export function PassageItem({ chunk, onReplaced, onGone }: Props) {
  const { active, hover, select, mayManage, quote } = useReader();
  const [isEditing, setIsEditing] = useState(false);
  const { id, isDisabled, headingPath } = chunk;
  return (
    <li
      id={itemId(id)}
      className={classes.item}
      tabIndex={-1}
      data-disabled={isDisabled}
      aria-current={active === id ? 'true' : undefined}
      onMouseEnter={() => hover(id)}
      onMouseLeave={() => hover(null)}
      onFocus={() => select(id)}
    >
      <PassageHead chunk={chunk} />
      {headingPath.length > 0 ? (
        <Text size="xs" c="dimmed" mt={2} className={styles.path}>
          {headingPath.join(' › ')}
        </Text>
      ) : null}
      {isEditing ? (
        <PassageEditor chunk={chunk} onSaved={onReplaced} onClose={() => setIsEditing(false)} />
      ) : (
        <p className={styles.words}>
          <MarkedText
            text={chunk.text}
            quoted={quote?.chunkId === id ? findQuote(chunk.text, quote.words) : null}
          />
        </p>
      )}
      <EditNote chunk={chunk} />
      {mayManage && !isEditing ? (
        <PassageTools
          chunk={chunk}
          onEdit={() => setIsEditing(true)}
          onReplaced={onReplaced}
          onGone={onGone}
        />
      ) : null}
    </li>
  );
}
