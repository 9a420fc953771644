import { expect, test } from 'vitest';
import { summarizeUploads, type Upload, type UploadState, uploadsToShow } from './upload';

function upload(state: UploadState, fraction = 0): Upload {
  const file = new File(['x'], `${state}.md`);
  return { key: state, file, path: file.name, visibility: 'staff', state, fraction, losses: 0 };
}

test('the one bar counts sending and reading of each file the same', () => {
  const half = summarizeUploads([upload('uploading', 0.5), upload('reading', 0.5)]);
  expect(half.progress).toBe(0.5);
  expect(half.isFinished).toBe(false);
  const over = summarizeUploads([upload('ready'), upload('failed'), upload('cancelled')]);
  expect(over.progress).toBe(1);
  expect(over.isFinished).toBe(true);
});

test('what was here already counts as done, what failed does not', () => {
  const { done, total, counts } = summarizeUploads(
    (['ready', 'duplicate', 'failed', 'waiting'] as const).map((state) => upload(state)),
  );
  expect({ done, total, failed: counts.failed }).toEqual({ done: 2, total: 4, failed: 1 });
});

test('problems are drawn first, what is ready not at all, and never more than asked for', () => {
  const uploads = (['waiting', 'ready', 'reading', 'failed', 'uploading'] as const).map((state) =>
    upload(state),
  );
  const drawn = (limit: number) => uploadsToShow(uploads, limit).map(({ state }) => state);
  expect(drawn(9)).toEqual(['failed', 'uploading', 'reading', 'waiting']);
  expect(drawn(2)).toEqual(['failed', 'uploading']);
});
