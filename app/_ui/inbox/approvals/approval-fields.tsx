import { ActionFields } from '@/app/_ui/action-fields';
import type { Approval } from '@/lib/shared/actions';
import classes from './approvals.module.css';
import { findAmount } from './find-amount';

/** What would be done, field by field; the sum first and large. */
export function ApprovalFields({ fields }: Pick<Approval, 'fields'>) {
  const amount = findAmount(fields);
  const ordered = amount ? [amount, ...fields.filter((field) => field !== amount)] : fields;
  return <ActionFields fields={ordered} amount={amount} className={classes.fields} />;
}
