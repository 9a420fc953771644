import { mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { checkDataDir } from './check-data-dir';
import { checkPort } from './check-port';
import { findRunningDesk, takeLauncherLock } from './launcher-lock';

const folder = () => mkdtempSync(path.join(os.tmpdir(), 'frontdesk-launcher-'));

test('someone whose port is taken is told so, and how to choose another', async () => {
  const server = createServer().listen(0);
  onTestFinished(() => void server.close());
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  await expect(checkPort(port)).rejects.toThrow(/is in use.*PORT=/);
});

test('someone whose data directory is a file is told so', async () => {
  const file = path.join(folder(), 'taken');
  writeFileSync(file, '');
  await expect(checkDataDir(file)).rejects.toThrow(/cannot be written/);
});

test('a second launcher on a data directory learns where the first one serves', async () => {
  const dataDir = folder();
  const desk = { address: 'http://localhost:3000', port: 3000 };
  expect(await findRunningDesk(dataDir)).toBeUndefined();
  await takeLauncherLock(dataDir, desk);
  expect(await findRunningDesk(dataDir)).toEqual(desk);
  await expect(takeLauncherLock(dataDir, desk)).rejects.toThrow(/already runs.*localhost:3000/);
});
