import { createServer, type Server, type Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listMails } from '@/lib/db/mails';
import { sendMail } from './send-mail';

const received: string[] = [];
let server: Server;

/** As much of SMTP as one mail needs. */
function converse(socket: Socket): void {
  let isData = false;
  let text = '';
  socket.write('220 test\r\n');
  socket.on('data', (chunk) => {
    text += chunk;
    if (isData) {
      if (!text.endsWith('\r\n.\r\n')) return;
      received.push(text);
      isData = false;
      text = '';
      socket.write('250 kept\r\n');
      return;
    }
    const command = text.trim();
    text = '';
    isData = command === 'DATA';
    if (command === 'QUIT') socket.end('221 bye\r\n');
    else socket.write(isData ? '354 go on\r\n' : '250 ok\r\n');
  });
}

beforeAll(async () => {
  server = createServer(converse);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  process.env.SMTP_URL = `smtp://127.0.0.1:${port}`;
});
afterAll(() => {
  server.close();
});

const mail = {
  to: 'ada@example.test',
  subject: 'Your link',
  body: 'Open http://desk.test/?token=abc-DEF_123&callbackUrl=%2F to sign in',
};

test('a mail reaches the mail server, and the outbox keeps it without the secret in it', async () => {
  await sendMail(mail);
  expect(received).toHaveLength(1);
  expect(received[0]).toContain('To: ada@example.test');
  expect(received[0]?.replaceAll(/=\r\n/g, '').replaceAll('=3D', '=')).toContain(
    'token=abc-DEF_123',
  );
  const [kept] = await listMails();
  expect(kept).toMatchObject({ state: 'sent', to: 'ada@example.test' });
  expect(kept?.body).not.toContain('abc-DEF_123');
});

test('a mail that cannot be sent is kept with the reason', async () => {
  await new Promise((resolve) => server.close(resolve));
  await sendMail({ ...mail, to: 'bob@example.test' });
  const [kept] = await listMails();
  expect(kept).toMatchObject({ state: 'failed', to: 'bob@example.test', body: mail.body });
  expect(kept?.error).toContain('ECONNREFUSED');
});
