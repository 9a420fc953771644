import { z } from 'zod';
import { jsonBody, requestJson } from '@/app/_ui/request-json';
import type { RetrievalSettings } from '@/lib/shared/retrieval';
import {
  type AskedQuestions,
  askedQuestionsSchema,
  type Person,
  personSchema,
  type RetrievalView,
  retrievalViewSchema,
  type Trial,
  type TrialRequest,
  trialSchema,
} from '@/lib/shared/trials';

const peopleSchema = z.object({ people: z.array(personSchema) });

/** Tries a question. */
export function fetchTrial(request: TrialRequest, signal: AbortSignal): Promise<Trial> {
  return requestJson(trialSchema, '/api/retrieval/search', { ...jsonBody(request), signal });
}

/** Members of staff whose name or address holds this text. */
export async function fetchPeople(text: string): Promise<Person[]> {
  const query = new URLSearchParams({ q: text });
  return (await requestJson(peopleSchema, `/api/retrieval/people?${query}`)).people;
}

/** Questions that people asked, latest first; `before` leads to a further page. */
export function fetchQuestions(isUnanswered: boolean, before?: string): Promise<AskedQuestions> {
  const query = new URLSearchParams({ unanswered: String(isUnanswered) });
  if (before) query.set('before', before);
  return requestJson(askedQuestionsSchema, `/api/retrieval/questions?${query}`);
}

/** Makes these the settings of the desk. */
export function applySettings(settings: RetrievalSettings): Promise<RetrievalView> {
  const request = { ...jsonBody(settings), method: 'PUT' };
  return requestJson(retrievalViewSchema, '/api/retrieval/settings', request);
}
