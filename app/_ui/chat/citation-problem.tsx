import { Alert, Stack } from '@mantine/core';
import { useTranslations } from 'next-intl';
import { problemSentence } from '@/app/_ui/problem-sentence';
import { RequestError } from '@/app/_ui/request-json';
import type { Citation } from '@/lib/shared/chat';
import { KeptQuote } from './kept-quote';
import { OpenDocumentLink } from './open-document-link';

interface Props {
  citation: Citation;
  fault: unknown;
}

/** Why a citation cannot be opened, with what the answer quoted, and the document where it is there. */
export function CitationProblem({ citation, fault }: Props) {
  const t = useTranslations('chat.citations');
  const code = fault instanceof RequestError ? fault.code : null;
  const sentence = code === 'not_found' ? t('gone') : (problemSentence(fault) ?? t('unreachable'));
  return (
    <Stack>
      <Alert color="yellow" variant="light" role="alert">
        {sentence}
      </Alert>
      <KeptQuote quote={citation.quote} />
      {code === 'passage_gone' ? <OpenDocumentLink documentId={citation.documentId} /> : null}
    </Stack>
  );
}
