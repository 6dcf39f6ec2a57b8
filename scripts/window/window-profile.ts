import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { quietSettings } from './quiet-browser.ts';

/**
 * A profile of the browser's for our window alone, kept from one start to the next: what the page keeps in the
 * browser (drafts that main did not get any more, widths, text size) is there again.
 *
 * Two windows can't share one: while another start has it, the next is taken.
 */
export class WindowProfile {
  readonly folder: string;
  readonly #mark: string;

  private constructor(folder: string) {
    this.folder = folder;
    this.#mark = join(folder, 'sengen-window.pid');
  }

  /** `place`: the person's own folder. */
  static take(place: string): WindowProfile {
    for (let number = 1; ; number += 1) {
      const profile = new WindowProfile(join(place, number === 1 ? 'window' : `window-${number}`));
      if (!profile.#isTaken()) {
        profile.#prepare();
        return profile;
      }
    }
  }

  letGo(): void {
    rmSync(this.#mark, { force: true });
  }

  #prepare(): void {
    // It holds what is typed: for this account alone.
    mkdirSync(join(this.folder, 'Default'), { recursive: true, mode: 0o700 });
    writeFileSync(this.#mark, String(process.pid));
    // What a browser that was killed leaves would send the next one to a window that is gone.
    for (const name of ['SingletonLock', 'SingletonCookie', 'SingletonSocket']) {
      rmSync(join(this.folder, name), { force: true });
    }
    const settings = join(this.folder, 'Default', 'Preferences');
    const text = existsSync(settings) ? readFileSync(settings, 'utf8') : '';
    writeFileSync(settings, quietSettings(text), { mode: 0o600 });
  }

  #isTaken(): boolean {
    try {
      process.kill(Number(readFileSync(this.#mark, 'utf8')), 0);
      return true;
    } catch {
      return false;
    }
  }
}
