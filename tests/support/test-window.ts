import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchChromium } from './chromium.ts';
import { viewportOf, type WindowSize } from './window-sizes.ts';

/** Milliseconds that one thing may take on a page: half a minute is little on a machine that does much else. */
const patience = 120_000;

/** One for all tests of this process; it ends with it. One that has died is started again. */
let browser: Browser | null = null;

/** The browser of this process; started when it is first asked for, and again when it has died. */
export async function testBrowser(): Promise<Browser> {
  if (browser?.isConnected() !== true) {
    browser = await launchChromium();
    browser.on('context', (context) => {
      context.setDefaultTimeout(patience);
    });
  }
  return browser;
}

/** A window of its own, with nothing remembered; whoever opens it closes its context. */
export async function newWindow(size: WindowSize): Promise<Page> {
  const chromium = await testBrowser();
  const context = await chromium.newContext({ viewport: viewportOf(size), locale: 'ja-JP' });
  const page = await context.newPage();
  // Pictures are for people to look at: the long run takes them, and whoever asks for them.
  if (process.env['SENGEN_PICTURES'] === undefined)
    page.screenshot = () => Promise.resolve(Buffer.alloc(0));
  return page;
}

/**
 * The window that tests share, one after the other.
 *
 * A new window costs more than most tests: a process of the browser, and the page's script and fonts read
 * anew. This one is cleaned in between, and is like new for who opens it.
 */
let shared: Page | null = null;

/** The shared window, clean and of this size. */
export async function sharedWindow(size: WindowSize): Promise<Page> {
  if (shared?.context().browser()?.isConnected() !== true) shared = await newWindow(size);
  await shared.setViewportSize(viewportOf(size));
  return shared;
}

/** Cleans the shared window; `origin` is the program's, and is still served. A window that resists is closed. */
export async function cleanSharedWindow(origin: string): Promise<void> {
  const page = shared;
  shared = null;
  if (page === null) return;
  try {
    await clean(page, page.context(), origin);
    shared = page;
  } catch {
    await page
      .context()
      .close()
      .catch(() => undefined);
  }
}

async function clean(page: Page, context: BrowserContext, origin: string): Promise<void> {
  for (const other of context.pages()) if (other !== page) await other.close();
  page.removeAllListeners();
  context.removeAllListeners();
  await context.setOffline(false);
  // What lets the browser into the program: the next one asks for its own.
  await context.clearCookies();
  await context.clearPermissions();
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await context.unrouteAll({ behavior: 'ignoreErrors' });
  await page.emulateMedia({
    media: null,
    colorScheme: 'light',
    forcedColors: 'none',
    reducedMotion: 'no-preference',
    contrast: 'no-preference',
  });
  // A page of the program's that runs nothing: from here its memory can be emptied.
  await page.goto(`${origin}/icon.svg`);
  await page.evaluate(async () => {
    localStorage.clear();
    sessionStorage.clear();
    // Drafts among them: libraries of tests are copies of one, so that a report of the next has the same name.
    for (const { name } of await indexedDB.databases()) {
      await new Promise((done) => {
        const deleted = indexedDB.deleteDatabase(name ?? '');
        deleted.onsuccess = deleted.onerror = deleted.onblocked = done;
      });
    }
  });
  await page.mouse.move(-1, -1);
}
