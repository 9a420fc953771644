import { testModel } from '@/app/_models/test-model';
import { takeFromLimit } from '@/lib/http/rate-limit';
import { route } from '@/lib/http/route';
import { modelTestRequestSchema } from '@/lib/shared/models';

/** Asks the model for a purpose one small question; it costs money, so not as often as one likes. */
export const POST = route(
  { permission: 'model:manage', body: modelTestRequestSchema },
  async ({ principal, body }) => {
    takeFromLimit(`model-test:${principal.id}`, 20, 300);
    takeFromLimit('model-test', 60, 300);
    return Response.json(await testModel(body.purpose));
  },
);
