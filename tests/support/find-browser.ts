import { accessSync, constants } from 'node:fs';
import path from 'node:path';

const usualPlaces = [
  // The same browser without its own windows: half the work where nobody looks.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
const names = ['chromium', 'chromium-browser', 'google-chrome', 'chrome'];

/**
 * The Chromium or Chrome that browser tests use: `CHROME_PATH`, a usual place, or on the PATH.
 * @throws Error saying how to get one.
 */
export function findBrowser(): string {
  const given = process.env.CHROME_PATH;
  if (given) {
    if (isExecutable(given)) return given;
    throw new Error(`CHROME_PATH is ${given}, which is not a program. Correct or unset it.`);
  }
  const onPath = (process.env.PATH ?? '')
    .split(path.delimiter)
    .flatMap((folder) => names.map((name) => path.join(folder, name)));
  const found = [...usualPlaces, ...onPath].find(isExecutable);
  if (found) return found;
  throw new Error(
    'The browser tests need Chromium or Chrome, and none was found. Install one, on Debian or Ubuntu: ' +
      '`sudo apt-get install --no-install-recommends chromium-headless-shell fonts-noto-cjk`, or name yours: CHROME_PATH=<program> npm test',
  );
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    // Not there, or not ours to run.
    return false;
  }
}
