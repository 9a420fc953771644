import PostalMime, { type Address } from 'postal-mime';
import { charsetName } from './charset-name';
import { mailElements } from './mail-elements';
import type { Parser } from './parser';

/** Reads a stored mail with its attachments. Nothing in it runs and nothing is fetched. */
export const parseEml: Parser = async (file, context) => {
  const mail = await PostalMime.parse(withKnownCharsets(file), { maxNestingDepth: 50 });
  const line = (name: string, value: string) => (value === '' ? '' : `${name}: ${value}`);
  const elements = await mailElements(
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
      // Pictures that the HTML shows in its text are no attachments to a reader.
      attachments: mail.attachments
        .filter(({ related }) => !related)
        .map(({ filename, content }) => ({
          filename: filename ?? '',
          content: typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content),
        })),
    },
    context,
  );
  return { title: mail.subject || undefined, pages: null, elements };
};

function people(addresses: Address[] = []): string {
  return addresses
    .flatMap((address) => address.group ?? [address])
    .map(({ name, address }) => (name && address ? `${name} <${address}>` : name || address))
    .join(', ');
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
