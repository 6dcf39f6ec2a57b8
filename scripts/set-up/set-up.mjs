import { buildIsCurrent, ensureBuilt } from './build.mjs';
import { withLock } from './lock.mjs';
import { ensurePackages, packagesAreCurrent } from './packages.mjs';

/** Installs and builds what is missing or stale; at once when nothing is. */
export async function setUp({ built }) {
  const isReady = () => packagesAreCurrent() && (!built || buildIsCurrent());
  if (isReady()) return;
  await withLock(async () => {
    await ensurePackages();
    if (built) await ensureBuilt();
  });
}
