/**
 * Sets up, then runs a script on Node 24: `node scripts/run.mjs [--built] [SCRIPT [ARGUMENT…]]`.
 *
 * `--built` also builds what is stale. Runs on Node 20 and without any package.
 */
import { environment, node24 } from './set-up/node-24.mjs';
import { endTogether, start } from './set-up/processes.mjs';
import { main, say } from './set-up/say.mjs';
import { setUp } from './set-up/set-up.mjs';

await main(async () => {
  const built = process.argv[2] === '--built';
  const [script, ...rest] = process.argv.slice(built ? 3 : 2);
  endTogether();
  await setUp({ built });
  if (script === undefined) {
    say('準備ができています。');
    return 0;
  }
  const { code } = await start(node24(), [script, ...rest], { env: environment() }).ended;
  return code;
});
