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
  const { format, title, elements, notes } = await parse(mail);
  expect({ format, title }).toEqual({ format: 'eml', title: 'Opening day' });
  expect(notes).toEqual([
    { code: 'attachment_unread', values: { name: 'photos.zip', reason: 'unsupported_type' } },
    { code: 'hidden_text', values: { count: 1 } },
  ]);
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

test('names and messages come out right in the encodings of old programs', async () => {
  const gbk = (text: string) => iconv.encode(text, 'gb18030');
  const quoted = (bytes: Buffer) =>
    [...bytes].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
  const name = `filename*0*=gb2312''${quoted(gbk('价格')).replaceAll('=', '%')}; filename*1*=%2Ecsv`;
  const mail =
    headers(`=?GB2312?Q?${quoted(gbk('会议'))}?= =?GB2312?B?${gbk('改期').toString('base64')}?=`) +
    multipart('mixed', 'b', [
      `Content-Type: text/plain; charset=GBK\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${quoted(gbk('改到周五。'))}`,
      part('text/csv', gbk('项目,价格\n椅子,240\n'), `attachment; ${name}`),
    ]);
  const { title, elements } = await parse(mail);
  expect(title).toBe('会议改期');
  expect(toldElements(elements).slice(2)).toEqual([
    'text: 改到周五。',
    'title: 价格.csv',
    'table: 项目 | 价格\n椅子 | 240',
  ]);
});

test('a mail that names no encoding is read by what it looks like', async () => {
  const plain = `From: ann@shop.test\r\nTo: bo@shop.test\r\nSubject: 会议改期通知\r\n\r\n会议改到周五下午两点。\r\n`;
  const { title, elements } = await parse(iconv.encode(plain, 'gb18030'));
  expect(title).toBe('会议改期通知');
  expect(toldElements(elements).at(-1)).toBe('text: 会议改到周五下午两点。');
});

test('a forwarded mail is read with its own attachments, and folders in names lead nowhere', async () => {
  const inner =
    headers('Inner') +
    multipart('mixed', 'i', [
      part('text/plain', 'See the list.'),
      part('text/csv', 'Item,Price\nBag,30\n', 'attachment; filename="../../etc/list.csv"'),
    ]);
  const mail =
    headers('Outer') +
    multipart('mixed', 'o', [
      part('text/plain', 'As promised.'),
      `Content-Type: message/rfc822\r\nContent-Disposition: attachment; filename="C:\\\\mails\\\\inner.eml"\r\n\r\n${inner}`,
    ]);
  expect(toldElements((await parse(mail)).elements).slice(2)).toEqual([
    'text: As promised.',
    'title: inner.eml',
    'title: Inner',
    'text: From: Ann Lee <ann@shop.test>\nTo: Bo <bo@shop.test>, cy@shop.test\nDate: 2026-03-20T09:00:00.000Z',
    'text: See the list.',
    'title: list.csv',
    'table: Item | Price\nBag | 30',
  ]);
});

test('attachments beyond the limit are told of', async () => {
  const parts = Array.from({ length: 103 }, (_, at) =>
    part('text/plain', `Number ${at}.`, `attachment; filename="${at}.txt"`),
  );
  const { elements, notes } = await parse(headers('Many') + multipart('mixed', 'm', parts));
  expect(elements.filter(({ text }) => text.startsWith('Number'))).toHaveLength(100);
  expect(notes).toEqual([
    { code: 'attachment_unread', values: { name: '100.txt +2', reason: 'too_large_unpacked' } },
  ]);
});
