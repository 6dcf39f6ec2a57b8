import { readFileSync } from 'node:fs';
import { isOnNetworkMount, isOnShare } from '../domain/network-place.ts';
import { truePath } from './places.ts';

/** True when a file stands on a network drive, as far as the system says so. Nothing is asked of the network. */
export function isOnNetwork(path: string): boolean {
  if (process.platform === 'win32') return isOnShare(path) || isOnShare(truePath(path));
  try {
    return isOnNetworkMount(readFileSync('/proc/self/mountinfo', 'utf8'), truePath(path));
  } catch {
    return false;
  }
}
