import { readSum } from '@/lib/shared/read-sum';

interface Field {
  label: string;
  value: string;
}

/**
 * The field that is the largest sum of money: what an operator looks for first. The first one may be
 * there only to be taken for it.
 */
export function findAmount(fields: Field[]): Field | undefined {
  const sums = fields.flatMap((field) => {
    const sum = readSum(field.value);
    return sum === undefined ? [] : [{ field, sum }];
  });
  return sums.toSorted((a, b) => b.sum - a.sum)[0]?.field;
}
