import { afterEach } from 'vitest';
import type { availableShells, Shell } from '../support/shells.ts';

type ShellKind = ReturnType<typeof availableShells>[number];

/** Opens programs of a kind, each ready to use; they are closed after the test. To be called within `describe`. */
export function openShells(kind: ShellKind): (folder: string) => Promise<Shell> {
  const shells: Shell[] = [];
  afterEach(async () => {
    for (const shell of shells.splice(0)) await shell.close();
  });
  return async (folder) => {
    const shell = await kind.open({ folder });
    shells.push(shell);
    await shell.page.getByRole('heading', { level: 1 }).waitFor();
    return shell;
  };
}
