import type { OperationView } from '@/lib/shared/connections';

/** Kinds of operations that a list may be narrowed to. */
export const operationFilters = [
  'all',
  'given',
  'open',
  'changed',
  'reading',
  'changing',
  'unusable',
] as const;
export type OperationFilter = (typeof operationFilters)[number];

const isOf: Record<OperationFilter, (operation: OperationView) => boolean> = {
  all: () => true,
  given: ({ tool }) => tool !== null,
  open: ({ tool, problem }) => tool === null && problem === undefined,
  changed: ({ isChanged }) => isChanged,
  reading: ({ effect }) => effect === 'reads',
  changing: ({ effect }) => effect === 'changes',
  unusable: ({ problem }) => problem !== undefined,
};

/** An operation with the words that it is found by. */
interface Indexed {
  operation: OperationView;
  words: string;
}

/** Prepares operations to be searched with every key that is pressed. */
export function indexOperations(operations: OperationView[]): Indexed[] {
  return operations.map((operation) => {
    const { operationId, method = '', path = '', summary, tool, builtIn } = operation;
    const own = tool ? [tool.name, tool.titles.en, tool.titles.zh] : [];
    const made = builtIn.map(({ name }) => name);
    const words = [operationId, method, path, summary, ...own, ...made].join(' ').toLowerCase();
    return { operation, words };
  });
}

/** The operations of this kind that have every word of the text. */
export function filterOperations(
  indexed: Indexed[],
  { text, show }: { text: string; show: OperationFilter },
): OperationView[] {
  const wanted = text.toLowerCase().split(/\s+/).filter(Boolean);
  return indexed
    .filter(({ operation }) => isOf[show](operation))
    .filter(({ words }) => wanted.every((word) => words.includes(word)))
    .map(({ operation }) => operation);
}

/** How many there are of each kind. */
export function countByFilter(operations: OperationView[]): Record<OperationFilter, number> {
  const count = (filter: OperationFilter) => operations.filter(isOf[filter]).length;
  return Object.fromEntries(operationFilters.map((filter) => [filter, count(filter)])) as Record<
    OperationFilter,
    number
  >;
}
