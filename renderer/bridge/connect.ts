import type { Bridge, Wire } from '../../shared/contract/bridge.ts';
import { bridgeOverWire } from './bridge-over-wire.ts';
import { httpWire } from './http-wire.ts';
import { SharedToken, tokenChannel } from './shared-token.ts';
import { givenToken, hideToken, keepToken, keptToken } from './take-token.ts';

/** Milliseconds within which the token goes out of the address. */
const hiddenWithin = 2_000;

declare global {
  interface Window {
    /** The desktop shell's door, put there by its preload script. */
    readonly sengenWire?: Wire;
  }
}

/** The page's one door: the desktop shell's where there is one, else the browser shell's over HTTP. */
export function connect(page: Window): Bridge {
  return bridgeOverWire(page.sengenWire ?? httpWire(sharedToken(page)));
}

function sharedToken(page: Window): SharedToken {
  const given = givenToken(page);
  const token = given ?? keptToken(page);
  if (given !== null) {
    const hide = (): void => hideToken(page);
    // The first look into the tab's memory makes the page wait: what is to be shown goes before it.
    page.requestIdleCallback(hide, { timeout: hiddenWithin });
    // Whoever goes on sooner finds the address with the token again on the way back.
    page.addEventListener('hashchange', hide);
  }
  return new SharedToken(token, tokenChannel(token, given !== null), (next) => keepToken(page, next));
}
