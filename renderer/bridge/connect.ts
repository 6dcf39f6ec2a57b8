import type { Bridge, Wire } from '../../shared/contract/bridge.ts';
import { bridgeOverWire } from './bridge-over-wire.ts';
import { httpWire } from './http-wire.ts';
import { SharedToken, tokenChannel } from './shared-token.ts';
import { keepToken, takeToken } from './take-token.ts';

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
  const given = new URL(page.location.href).searchParams.has('token');
  const token = takeToken(page);
  return new SharedToken(token, tokenChannel(token, given), (next) => keepToken(page, next));
}
