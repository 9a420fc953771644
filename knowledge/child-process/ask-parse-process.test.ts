import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type AskOptions, askParseProcess } from './ask-parse-process';

const document = { format: 'txt', pages: null, elements: [], notes: [] };

/** A process that answers a request by this code, which may `reply` and has so many `ms` to `pause`. */
async function ask(code: string, options: AskOptions) {
  const program = path.join(await mkdtemp(path.join(os.tmpdir(), 'ask-')), 'child.mjs');
  const answer = `
    const reply = (message) => process.send(message);
    const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
    const document = ${JSON.stringify(document)};
    process.on('message', async () => {${code}});
    reply('here');`;
  await writeFile(program, answer);
  const child = fork(program, [], {
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  await once(child, 'message');
  return askParseProcess(child, { type: 'parse', path: '/none', filename: 'a.txt' }, options);
}

test('work that gets on is not given up, however long it takes', async () => {
  const told: number[] = [];
  const result = await ask(
    `for (let done = 1; done <= 60; done += 1) {
      reply({ type: 'progress', done, total: 60 });
      await pause(50);
    }
    reply({ type: 'parsed', document });`,
    { timeLimitMs: 2_000, onProgress: (done) => told.push(done) },
  );
  expect(result).toEqual({ type: 'parsed', document });
  expect(told).toHaveLength(60);
});

test('work that stops getting on is given up', async () => {
  const stuck = ask(`reply({ type: 'progress', done: 1, total: 2 });`, { timeLimitMs: 300 });
  await expect(stuck).rejects.toMatchObject({ failure: 'timed_out' });
});

test('work that gets on for ever is given up as well', async () => {
  const endless = ask(
    `for (let done = 1; ; done += 1) {
      reply({ type: 'progress', done, total: 2 });
      await pause(20);
    }`,
    { wholeTimeLimitMs: 300 },
  );
  await expect(endless).rejects.toMatchObject({ failure: 'timed_out' });
});

test('a process that ends, or says what nobody understands, is told as what it is', async () => {
  await expect(ask('process.exit(1);', {})).rejects.toMatchObject({ failure: 'damaged' });
  await expect(ask('process.abort();', {})).rejects.toMatchObject({ failure: 'out_of_memory' });
  await expect(ask(`reply({ type: 'parsed' });`, {})).rejects.toMatchObject({
    failure: 'internal',
  });
});
