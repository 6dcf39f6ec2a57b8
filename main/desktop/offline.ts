import { app, type Session } from 'electron';
import { isPageAddress } from './page-address.ts';

/**
 * Chromium's own switches that keep it from the network.
 *
 * Names that can't be resolved, no proxy look-up (WPAD asks the network), no background services.
 */
const switches: readonly (readonly [name: string, value?: string])[] = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['no-proxy-server'],
  ['no-pings'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
];

/** Sets the switches. Only read before Electron is ready. */
export function keepChromiumOffline(): void {
  for (const [name, value] of switches) app.commandLine.appendSwitch(name, value);
}

/** Cancels every request of this session but the page's own files. */
export async function keepSessionOffline(session: Session, inDevelopment: boolean): Promise<void> {
  // Before the first window: the spellchecker fetches dictionaries even where its preference is off.
  session.setSpellCheckerEnabled(false);
  // Electron keeps one listener only; a second registration anywhere would replace this one.
  session.webRequest.onBeforeRequest(({ url }, decide) => {
    decide({ cancel: !(isPageAddress(url) || (inDevelopment && url.startsWith('devtools://'))) });
  });
  await session.setProxy({ mode: 'direct' });
}
