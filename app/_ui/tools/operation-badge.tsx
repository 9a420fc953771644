import { Badge } from '@mantine/core';
import { useTranslations } from 'next-intl';
import type { OperationView } from '@/lib/shared/connections';

const colors: Record<string, string> = {
  GET: 'blue',
  HEAD: 'blue',
  POST: 'teal',
  PUT: 'orange',
  PATCH: 'orange',
  DELETE: 'red',
};

/** The method of an operation; for the tool of an MCP server that it is one. */
export function OperationBadge({ operation }: { operation: Pick<OperationView, 'method'> }) {
  const t = useTranslations('tools');
  const { method } = operation;
  return (
    <Badge size="sm" variant="light" color={method ? (colors[method] ?? 'gray') : 'grape'}>
      {method ?? t('mcpTool')}
    </Badge>
  );
}
