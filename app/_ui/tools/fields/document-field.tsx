import { Button, FileButton, Group, Paper, Text, Textarea } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { type DragEvent, useState } from 'react';
import { maxDocumentLength } from '@/lib/shared/connections';
import classes from './fields.module.css';
import { fromFile, fromText, noDocument, type TypedDocument } from './typed-document';

interface Props {
  value: TypedDocument;
  error?: string;
  /** `isWhole` when it came in one piece, by a file or from the clipboard: it can be looked at. */
  onChange: (value: TypedDocument, isWhole: boolean) => void;
}

const types = '.json,.yaml,.yml,application/json,application/yaml,text/yaml';

/** Takes an OpenAPI document: pasted, chosen or dropped. */
export function DocumentField({ value, error, onChange }: Props) {
  const t = useTranslations('tools.document');
  const [isOver, setIsOver] = useState(false);
  const [isPasting, setIsPasting] = useState(false);

  async function take(file: File | null | undefined) {
    if (file) onChange(await fromFile(file), true);
  }

  function drop(event: DragEvent) {
    event.preventDefault();
    setIsOver(false);
    void take(event.dataTransfer.files[0]);
  }

  function type(text: string) {
    onChange(fromText(text, t('pasted')), isPasting);
    setIsPasting(false);
  }

  const isTooLong = value.text.length > maxDocumentLength;
  const problem = isTooLong ? t('tooLong', { millions: maxDocumentLength / 1e6 }) : error;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is offered beside a button that does the same
    <div
      className={classes.drop}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={drop}
    >
      {value.label === null ? (
        <Textarea
          label={t('label')}
          description={t('hint')}
          withAsterisk
          aria-required
          error={problem}
          value={value.text}
          rows={6}
          spellCheck={false}
          autoComplete="off"
          classNames={{ input: classes.code }}
          onPaste={() => setIsPasting(true)}
          onChange={(event) => type(event.currentTarget.value)}
        />
      ) : (
        <Chosen value={value} problem={problem} />
      )}
      <Group gap="xs" mt="xs">
        <FileButton accept={types} onChange={(file) => void take(file)}>
          {(props) => (
            <Button {...props} size="xs" variant="default">
              {t(value.isFile ? 'chooseOther' : 'choose')}
            </Button>
          )}
        </FileButton>
        {value.label === null ? null : (
          <Button
            size="xs"
            variant="subtle"
            color="gray"
            onClick={() => onChange(noDocument, false)}
          >
            {t('remove')}
          </Button>
        )}
      </Group>
    </div>
  );
}

function Chosen({ value, problem }: { value: TypedDocument; problem: string | undefined }) {
  const t = useTranslations('tools.document');
  return (
    <>
      <Text size="sm" fw={500}>
        {t('label')}
      </Text>
      <Paper withBorder p="sm" mt={4}>
        <Text size="sm">
          {value.label}{' '}
          <Text span size="sm" c="dimmed">
            {t('characters', { count: value.text.length })}
          </Text>
        </Text>
        {problem ? (
          <Text size="sm" c="red" role="alert">
            {problem}
          </Text>
        ) : null}
      </Paper>
    </>
  );
}
