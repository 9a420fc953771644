// Runs before every script, with whatever Node is installed and nothing in node_modules yet:
// plain JavaScript, no dependencies. Installs the packages when they are missing or the lock
// file has changed; the scripts themselves then run on the Node that the packages bring along.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const modules = path.join(root, 'node_modules');
const stampFile = path.join(modules, '.frontdesk-setup');
const isQuiet = process.argv.includes('--quiet');
const installMinutes = 15;

const networkFault =
  /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ETIMEDOUT|network/;

/** What the installed packages depend on; a change of it means installing again. */
function wantedStamp() {
  const lock = readFileSync(path.join(root, 'package-lock.json'));
  const hash = createHash('sha256').update(lock).digest('hex');
  return `${hash} ${process.platform}-${process.arch}`;
}

function isInstalled() {
  const programs = ['node', 'next'].map((name) => path.join(modules, '.bin', name));
  return (
    existsSync(stampFile) &&
    readFileSync(stampFile, 'utf8') === wantedStamp() &&
    programs.every((program) => existsSync(program))
  );
}

/** Says what is happening: a running clock on a terminal, one line elsewhere. */
function startClock() {
  const say = (text) => process.stderr.write(text);
  const started = Date.now();
  if (!process.stderr.isTTY) {
    if (!isQuiet) say('Installing packages; the first time takes a few minutes.\n');
    return () => isQuiet || say(`Packages installed in ${elapsed(started)}.\n`);
  }
  const draw = () => say(`\r\u001b[K  Installing packages, once. ${elapsed(started)}`);
  const timer = setInterval(draw, 1000);
  draw();
  return () => {
    clearInterval(timer);
    say('\r\u001b[K');
  };
}

function elapsed(since) {
  return `${Math.round((Date.now() - since) / 1000)} s`;
}

/** Runs `npm install` in a process group of its own, so that all of it can be ended. */
function install() {
  const npm = process.env.npm_execpath;
  const args = ['install', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const [command, ...prefix] = npm ? [process.execPath, npm] : ['npm'];
  const child = spawn(command, [...prefix, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: process.platform !== 'win32',
    shell: !npm && process.platform === 'win32',
    env: { ...process.env, NODE_ENV: 'development' },
  });
  const end = () => (process.platform === 'win32' ? child.kill() : process.kill(-child.pid));
  return new Promise((resolve) => {
    let output = '';
    let isTimeout = false;
    const timer = setTimeout(() => {
      isTimeout = true;
      end();
    }, installMinutes * 60_000);
    const interrupt = () => {
      end();
      process.exit(130);
    };
    process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
    child.stdout.on('data', (data) => {
      output += data;
    });
    child.stderr.on('data', (data) => {
      output += data;
    });
    const finish = (code) => {
      clearTimeout(timer);
      process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
      resolve({ code, output, isTimeout });
    };
    child.once('error', (error) => {
      output += error.message;
      finish(1);
    });
    child.once('close', finish);
  });
}

function explain({ output, isTimeout }) {
  if (isTimeout) {
    return `Installing took more than ${installMinutes} minutes and was stopped. Check the connection to the npm registry (npm ping) and try again.`;
  }
  const tail = output.trim().split('\n').slice(-12).join('\n');
  if (networkFault.test(output)) {
    return `The packages could not be downloaded: the npm registry cannot be reached. Connect to the internet, or name a registry that is reachable (npm config set registry <url>), and try again.\n\n${tail}`;
  }
  return `npm install failed:\n\n${tail}`;
}

async function main() {
  if (Number(process.versions.node.split('.')[0]) < 20) {
    process.stderr.write(
      `Frontdesk needs Node 20 or later; this is ${process.version}. Get one at https://nodejs.org and try again.\n`,
    );
    process.exit(1);
  }
  if (isInstalled()) return;
  const stopClock = startClock();
  const result = await install();
  stopClock();
  if (result.code !== 0) {
    process.stderr.write(`${explain(result)}\n`);
    process.exit(1);
  }
  // npm may complete the lock file for this platform, so the stamp is taken afterwards.
  writeFileSync(stampFile, wantedStamp());
}

await main();
