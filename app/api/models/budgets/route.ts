import { budgetTeams, viewBudgets } from '@/app/_models/view-budgets';
import { AppError } from '@/lib/errors';
import { route } from '@/lib/http/route';
import { changeModelBudgets } from '@/lib/operations/change-model-budgets';
import { budgetChangesSchema } from '@/lib/shared/models';

/** Changes what models may cost in a day; who is not named keeps what it has. */
export const PUT = route(
  { permission: 'model:manage', body: budgetChangesSchema },
  async ({ principal, body }) => {
    const teams = ['', ...budgetTeams()];
    const unknown = body.budgets.find(({ team }) => !teams.includes(team));
    if (unknown) {
      throw new AppError('invalid_request', { detail: `no team is called ${unknown.team}` });
    }
    await changeModelBudgets(principal.id, body);
    return Response.json(await viewBudgets());
  },
);
