import classes from './action-fields.module.css';

interface Field {
  label: string;
  value: string;
}

interface Props {
  fields: readonly Field[];
  /** The one that is looked for first. */
  amount?: Field;
  /** How they are laid out. */
  className?: string;
}

/** What an action would do, field by field, wherever it is shown. */
export function ActionFields({ fields, amount, className }: Props) {
  return (
    <dl className={`${classes.fields} ${className ?? ''}`}>
      {fields.map((field) => (
        <div key={field.label} data-amount={field === amount}>
          <dt>{field.label}</dt>
          <dd>{field.value}</dd>
        </div>
      ))}
    </dl>
  );
}
