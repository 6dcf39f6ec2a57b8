import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const places = [
  process.env['SENGEN_CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/**
 * Parts of Chromium that nobody needs here: `--disable-features`. Playwright says most of them itself; what we say takes
 * the place of what it says. The last are pages of the browser's own behind the address bar, two processes a window,
 * which cost as much as the window.
 */
const withoutParts = [
  ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsUpgrades'],
  ...['HttpsFirstBalancedModeAutoEnable', 'LensOverlay', 'MediaRouter', 'PaintHolding', 'Translate'],
  ...['ThirdPartyStoragePartitioning', 'OptimizationHints', 'NetworkTimeServiceQuerying'],
  ...['AimEnabled', 'PreconnectToSearch', 'AvoidCorsURLLoaderRestartOnRedirect', 'TcpPortRandomizationWin'],
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup', 'WebUIOmniboxSimplification'],
];

/** A screen on which a browser shows its window: what its programs need to find it, and words for the browser. */
export interface Screen {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly words: readonly string[];
}

/** Starts the Chromium of this machine, on a screen or without one. It asks nothing of any network. */
export async function launchChromium(screen: Screen | null = null): Promise<Browser> {
  const executablePath = places.find((place) => place !== undefined && existsSync(place));
  if (executablePath === undefined) throw new Error('no Chromium, Chrome or Edge is installed');
  return chromium.launch({
    executablePath,
    headless: screen === null,
    // In milliseconds: a machine that does much else.
    timeout: 180_000,
    // Without a language it takes the names of files for ASCII, and files with Japanese names can't be dropped.
    env: { ...process.env, ...screen?.environment, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      `--disable-features=${withoutParts.join(',')}`,
      ...(screen?.words ?? []),
    ],
  });
}
