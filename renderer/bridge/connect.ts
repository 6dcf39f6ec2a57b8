import type { Bridge, Wire } from '../../shared/contract/bridge.ts';
import { bridgeOverWire } from './bridge-over-wire.ts';
import { httpWire } from './http-wire.ts';

declare global {
  interface Window {
    /** The desktop shell's door, put there by its preload script. */
    readonly sengenWire?: Wire;
  }
}

/** The page's one door: the desktop shell's where there is one, else the browser shell's over HTTP. */
export function connect(page: Window): Bridge {
  return bridgeOverWire(page.sengenWire ?? httpWire());
}
