interface Field {
  label: string;
  value: string;
}

/** «SGD 329.00», «€1,200», «US$ 12», «329.00 SGD»: a sum with its currency, and nothing else. */
const money = /^(?:[A-Z]{0,3}\p{Sc}|[A-Z]{3})\s?-?[\d.,\s]*\d$|^-?\d[\d.,\s]*(?:\p{Sc}|[A-Z]{3})$/u;

/** The first field that is a sum of money: what an operator looks for first. */
export function findAmount(fields: Field[]): Field | undefined {
  return fields.find(({ value }) => money.test(value.trim()));
}
