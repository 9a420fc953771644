import PostalMime, { type Address } from 'postal-mime';
import { charsetName } from './charset-name';
import { decodeText, detectEncoding } from './decode-text';
import { mailElements } from './mail-elements';
import type { Parser } from './parser';

/** Reads a stored mail with its attachments. Nothing in it runs and nothing is fetched. */
export const parseEml: Parser = async (file, context) => {
  const source = withKnownCharsets(withReadableBytes(file));
  const mail = await PostalMime.parse(source, { maxNestingDepth: 50 });
  const line = (name: string, value: string) => (value === '' ? '' : `${name}: ${value}`);
  const read = await mailElements(
    {
      subject: mail.subject ?? '',
      headers: [
        line('From', people(mail.from ? [mail.from] : [])),
        line('To', people(mail.to)),
        line('Cc', people(mail.cc)),
        line('Date', mail.date ?? ''),
      ],
      text: mail.text ?? '',
      html: mail.html ?? '',
      attachments: mail.attachments.map(({ filename, content, related }) => ({
        filename: filename ?? '',
        content: typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content),
        isShown: related === true,
      })),
    },
    context,
  );
  return { title: mail.subject || undefined, pages: null, ...read };
};

function people(addresses: Address[] = []): string {
  return addresses
    .flatMap((address) => address.group ?? [address])
    .map(({ name, address }) => (name && address ? `${name} <${address}>` : name || address))
    .join(', ');
}

/**
 * Old programs write headers, and messages that name no encoding, in the one of their country: such
 * bytes are read by what they look like.
 */
function withReadableBytes(file: Uint8Array): Uint8Array {
  const source = Buffer.from(file);
  const end = source.indexOf(/\r\n\r\n/.test(source.toString('latin1')) ? '\r\n\r\n' : '\n\n');
  const isNamed = /charset\s*=/i.test(source.toString('latin1'));
  const unnamed = isNamed && end > 0 ? source.subarray(0, end) : source;
  if (detectEncoding(unnamed).startsWith('utf')) return file;
  const rest = source.subarray(unnamed.length);
  return Buffer.concat([Buffer.from(decodeText(unnamed)), rest]);
}

/** Names of encodings as decoders know them; the parser reads what it does not know as Latin. */
function withKnownCharsets(file: Uint8Array): Uint8Array {
  const source = Buffer.from(file)
    .toString('latin1')
    .replace(
      /(=\?)([\w.:-]+)(?=(?:\*[\w-]+)?\?[bq]\?)|(charset\s*=\s*"?)([\w.:-]+)/gi,
      (_whole, mark = '', word = '', parameter = '', value = '') =>
        `${mark}${parameter}${charsetName(word || value)}`,
    );
  return Buffer.from(source, 'latin1');
}
