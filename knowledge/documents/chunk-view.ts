import { boxesSchema, type ChunkWithEdit } from '@/lib/db/knowledge/chunks';
import type { ChunkView } from '@/lib/shared/chunks';

/** A chunk as the API tells of it. */
export function toChunkView({ chunk, edit, editor }: ChunkWithEdit): ChunkView {
  const { id, seq, text, headingPath, page, pageTo, isDisabled } = chunk;
  const boxes = boxesSchema.parse(chunk.boxes);
  return {
    ...{ id, seq, text, headingPath, page, pageTo, boxes, isDisabled },
    edit: edit && {
      kind: kindOf(edit),
      originalText: edit.originalText,
      by: editor ?? '',
      at: edit.editedAt.toISOString(),
    },
  };
}

function kindOf({ originalHash, text }: NonNullable<ChunkWithEdit['edit']>) {
  if (originalHash === null) return 'added';
  return text === null ? 'disabled' : 'changed';
}
