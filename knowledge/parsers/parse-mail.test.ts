import { zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { makeDocx, paragraph } from '@/tests/support/make-docx';
import { makeMsg } from '@/tests/support/make-msg';
import { toldElements } from '@/tests/support/told-elements';
import { parseDocument } from './parse-document';

const parse = (file: Uint8Array | string, filename = 'mail') =>
  parseDocument(new Uint8Array(Buffer.from(file)), filename, { onPage: () => undefined });

/** A part of a mail with several, its content in base 64. */
function part(type: string, content: Uint8Array | string, disposition = ''): string {
  const lines = [`Content-Type: ${type}`, 'Content-Transfer-Encoding: base64'];
  const named = disposition ? [`Content-Disposition: ${disposition}`] : [];
  return [...lines, ...named, '', Buffer.from(content).toString('base64'), ''].join('\r\n');
}

function multipart(kind: string, boundary: string, parts: string[]): string {
  const marked = parts.map((text) => `--${boundary}\r\n${text}`).join('\r\n');
  return `Content-Type: multipart/${kind}; boundary=${boundary}\r\n\r\n${marked}\r\n--${boundary}--\r\n`;
}

const headers = (subject: string) =>
  `From: Ann Lee <ann@shop.test>\r\nTo: Bo <bo@shop.test>, cy@shop.test\r\nDate: Fri, 20 Mar 2026 09:00:00 +0000\r\nSubject: ${subject}\r\nMIME-Version: 1.0\r\n`;

test('a mail gives its subject, its headers and its message once, and its attachments', async () => {
  const message = multipart('alternative', 'inner', [
    part('text/plain; charset=utf-8', 'Please bring:\n\n- the keys\n- the list\n'),
    part(
      'text/html; charset=utf-8',
      '<p>Please bring:</p><ul><li>the keys</li><li>the list</li></ul><p hidden>unseen</p>',
    ),
  ]);
  const mail =
    headers('Opening day') +
    multipart('mixed', 'outer', [
      message,
      part(
        'application/octet-stream',
        makeDocx(paragraph('Open at nine.')),
        'attachment; filename="plan.docx"',
      ),
      part(
        'application/zip',
        zipSync({ 'a.jpg': new Uint8Array(9) }),
        'attachment; filename="photos.zip"',
      ),
    ]);
  const { format, title, elements } = await parse(mail);
  expect({ format, title }).toEqual({ format: 'eml', title: 'Opening day' });
  expect(toldElements(elements)).toEqual([
    'title: Opening day',
    'text: From: Ann Lee <ann@shop.test>\nTo: Bo <bo@shop.test>, cy@shop.test\nDate: 2026-03-20T09:00:00.000Z',
    'text: Please bring:',
    'list: - the keys\n- the list',
    '(hidden-text) text: unseen',
    'title: plan.docx',
    'text: Open at nine.',
    'text: photos.zip',
  ]);
});

test('an HTML form that leaves the message out is not taken for it', async () => {
  const { elements } = await parse(
    headers('Rain') +
      multipart('alternative', 'b', [
        part('text/plain', 'The picnic is moved to Sunday.'),
        part('text/html', '<p>See text</p>'),
      ]),
  );
  expect(toldElements(elements).at(-1)).toBe('text: The picnic is moved to Sunday.');
});

test('Chinese mail is read whatever its encoding calls itself', async () => {
  const gbk = (text: string) => iconv.encode(text, 'gb18030');
  const subject = `=?eucgb2312_cn?b?${gbk('会议改期').toString('base64')}?=`;
  const body = part('text/plain; charset="x-gb2312-1980"', gbk('会议改到周五。'));
  const { title, elements } = await parse(headers(subject) + body);
  expect(title).toBe('会议改期');
  expect(toldElements(elements).at(-1)).toBe('text: 会议改到周五。');
});

test('mails inside mails are read, but not without end', async () => {
  let mail = `${headers('Innermost')}\r\nFound it.`;
  for (let depth = 1; depth <= 6; depth += 1) {
    const forwarded = part('application/octet-stream', mail, 'attachment; filename="f.eml"');
    mail = headers(`Forward ${depth}`) + multipart('mixed', `b${depth}`, [forwarded]);
  }
  const { elements } = await parse(mail);
  expect(toldElements(elements)).toContain('title: Forward 4');
  expect(elements.map(({ text }) => text)).not.toContain('Found it.');
});

test('a mail kept by Outlook gives the same, attachments included', async () => {
  const attachments = [
    { name: 'plan.docx', content: makeDocx(paragraph('Open at nine.')) },
    { name: '价格.csv', content: iconv.encode('项目,价格\n椅子,240\n', 'gb18030') },
  ];
  const file = makeMsg('Opening day', 'Bring the keys.\r\n\r\nAnn', attachments);
  const { format, title, elements } = await parse(file);
  expect({ format, title }).toEqual({ format: 'msg', title: 'Opening day' });
  expect(toldElements(elements)).toEqual([
    'title: Opening day',
    'text: Bring the keys.',
    'text: Ann',
    'title: plan.docx',
    'text: Open at nine.',
    'title: 价格.csv',
    'table: 项目 | 价格\n椅子 | 240',
  ]);
});

test('a mail of Outlook that is cut off is damaged', async () => {
  const file = makeMsg('Opening day', 'Bring the keys. '.repeat(1000));
  await expect(parse(file.slice(0, 4000))).rejects.toMatchObject({
    failure: expect.stringMatching(/damaged|unsupported_type/),
  });
});
