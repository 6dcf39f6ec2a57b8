import { existsSync } from 'node:fs';

const places = [
  process.env['SENGEN_CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** The Chromium of this machine. */
export function browserPath(): string {
  const path = places.find((place) => place !== undefined && existsSync(place));
  if (path === undefined) throw new Error('no Chromium, Chrome or Edge is installed');
  return path;
}
