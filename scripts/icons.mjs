/**
 * Draws resources/icons from the page's own icon: `node scripts/icons.mjs` after a change to it.
 *
 * The results are kept in the repository, so that packing needs no browser.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { findBrowser, isRoot } from './set-up/browser.mjs';
import { inProject } from './set-up/project.mjs';

const drawing = readFileSync(inProject('renderer', 'public', 'icon.svg'), 'utf8');
const browser = await chromium.launch({
  executablePath: findBrowser() ?? undefined,
  args: isRoot() ? ['--no-sandbox'] : [],
});
const page = await browser.newPage();

async function draw(size) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(
    `<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${drawing}`,
  );
  return page.screenshot({ omitBackground: true });
}

/** Windows' icon file: a directory of 16-byte entries, then one PNG for each. */
function ico(pictures) {
  const header = Buffer.alloc(6 + 16 * pictures.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  let offset = header.length;
  for (const [index, { size, bytes }] of pictures.entries()) {
    const at = 6 + 16 * index;
    // 256 does not fit in the byte; 0 stands for it.
    header.writeUInt8(size % 256, at);
    header.writeUInt8(size % 256, at + 1);
    header.writeUInt16LE(1, at + 4);
    header.writeUInt16LE(32, at + 6);
    header.writeUInt32LE(bytes.length, at + 8);
    header.writeUInt32LE(offset, at + 12);
    offset += bytes.length;
  }
  return Buffer.concat([header, ...pictures.map(({ bytes }) => bytes)]);
}

const pictures = [];
for (const size of [16, 20, 24, 32, 40, 48, 64, 256]) pictures.push({ size, bytes: await draw(size) });
writeFileSync(inProject('resources', 'icons', 'icon.ico'), ico(pictures));
writeFileSync(inProject('resources', 'icons', 'icon.png'), await draw(512));
await browser.close();
