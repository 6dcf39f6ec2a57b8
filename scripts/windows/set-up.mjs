import { withLock } from '../set-up/lock.mjs';
import { SetUpFailure } from '../set-up/say.mjs';
import { ensureSystemPackages, forWindows } from '../set-up/system-packages.mjs';
import { ensureWindowsPackages } from './packages.mjs';
import { ensureWindows } from './wine.mjs';

/**
 * Brings a Windows to run tests on, where this is none. Gives null, or why there is none: one line in Japanese.
 */
export async function setUpWindows() {
  if (process.platform === 'win32') return null;
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'Windows も Wine もありません。';
  if (!(await ensureSystemPackages(forWindows))) return 'Wine がありません。';
  try {
    await withLock(async () => {
      await ensureWindowsPackages();
      await ensureWindows();
    });
    return null;
  } catch (error) {
    if (error instanceof SetUpFailure) return error.message;
    throw error;
  }
}
