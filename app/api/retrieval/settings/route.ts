import { viewRetrieval } from '@/knowledge/playground/view-retrieval';
import { route } from '@/lib/http/route';
import { applyRetrievalSettings } from '@/lib/operations/apply-retrieval-settings';
import { retrievalSettingsSchema } from '@/lib/shared/retrieval';

/** How passages are looked for on this desk, and how they were before. */
export const GET = route({ permission: 'retrieval:tune' }, async () => {
  return Response.json(await viewRetrieval());
});

/** Makes these the settings of every search that names none. */
export const PUT = route(
  { permission: 'retrieval:tune', body: retrievalSettingsSchema.strict() },
  async ({ principal, body }) => {
    await applyRetrievalSettings(principal, body);
    return Response.json(await viewRetrieval());
  },
);
