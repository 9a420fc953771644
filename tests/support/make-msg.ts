import { burn, type Entry } from '@kenjiuno/msgreader/lib/Burner';
import { TypeEnum } from '@kenjiuno/msgreader/lib/Reader';

/** A mail as Outlook stores it: subject, text, and named attachments. */
export function makeMsg(
  subject: string,
  body: string,
  attachments: { name: string; content: Uint8Array }[] = [],
): Uint8Array {
  const entries: Entry[] = [];
  const add = (entry: Entry) => entries.push(entry) - 1;
  const stream = (name: string, bytes: Uint8Array) =>
    add({ name, type: TypeEnum.DOCUMENT, length: bytes.length, binaryProvider: () => bytes });
  // Copied: what writes the file takes the whole memory behind a piece of it.
  const text = (tag: string, value: string) =>
    stream(`__substg1.0_${tag}001F`, new Uint8Array(Buffer.from(value, 'utf16le')));
  const folder = (name: string, type: TypeEnum) => {
    const children: number[] = [];
    add({ name, type, length: 0, children });
    return children;
  };
  const root = folder('Root Entry', TypeEnum.ROOT);
  root.push(
    stream('__properties_version1.0', new Uint8Array(32)),
    text('0037', subject),
    text('1000', body),
  );
  attachments.forEach(({ name, content }, index) => {
    root.push(entries.length);
    const number = index.toString(16).padStart(8, '0').toUpperCase();
    folder(`__attach_version1.0_#${number}`, TypeEnum.DIRECTORY).push(
      stream('__properties_version1.0', new Uint8Array(8)),
      text('3707', name),
      stream('__substg1.0_37010102', new Uint8Array(content)),
    );
  });
  return burn(entries);
}
