/**
 * `npm run test:input-method`: types with a real Japanese input method into a real window.
 *
 * It needs a Linux with Debian's packages; as root they are installed. A part of `npm run test:long`.
 */
import { environment, node24 } from './set-up/node-24.mjs';
import { endTogether, start } from './set-up/processes.mjs';
import { inProject } from './set-up/project.mjs';
import { main } from './set-up/say.mjs';
import { setUp } from './set-up/set-up.mjs';
import { ensureSystemPackages, forInputMethod } from './set-up/system-packages.mjs';

await main(async () => {
  endTogether();
  await setUp({ built: true });
  if (!(await ensureSystemPackages(forInputMethod))) return 1;
  const vitest = inProject('node_modules', 'vitest', 'vitest.mjs');
  const words = ['run', '--config', 'vitest.input-method.config.ts', ...process.argv.slice(2)];
  const { code } = await start(node24(), [vitest, ...words], { env: environment() }).ended;
  return code;
});
