import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { keepPort, portOf } from '../../main/browser/kept-ports.ts';
import { builtEntry, kill, serveSengen } from '../support/run-sengen.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';

const newFolder = temporaryFolders();

test('a library is served on the port that it had, and beside one that has it on another', async () => {
  vi.stubEnv('SENGEN_ENTRY', builtEntry);
  const [one, other] = ['一.sengen', '二.sengen'].map((name) => join(newFolder(), name));
  const first = await serveSengen(one ?? '');
  const port = new URL(first.address).port;
  const second = await serveSengen(other ?? '');
  expect(new URL(second.address).port).not.toBe(port);
  await kill(first.child);
  const again = await serveSengen(one ?? '');
  expect(new URL(again.address).port).toBe(port);
  await kill(again.child);
  // Somebody else has taken it meanwhile.
  const taker = await serveSengen(join(newFolder(), '三.sengen'), '--port', port);
  const third = await serveSengen(one ?? '');
  expect(new URL(third.address).port).not.toBe(port);
  vi.unstubAllEnvs();
  await Promise.all([second, taker, third].map(({ child }) => kill(child)));
});

test.each(['', '{"ports":7}', '{"ports":[["a",70000]]}', '{"ports":[["a"]]}'])(
  'a file that says %j remembers no port, and is written anew',
  async (text) => {
    const file = { path: join(newFolder(), 'ports.json') };
    writeFileSync(file.path, text);
    expect(portOf(file, 'a')).toBe(0);
    await keepPort(file, 'a', 4_800);
    expect([portOf(file, 'a'), portOf(file, 'b')]).toEqual([4_800, 0]);
  },
);
