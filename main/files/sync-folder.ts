import { open } from 'node:fs/promises';

/**
 * Makes a file's new name in a folder survive a power cut. Windows has no such call and needs none; a share may know
 * none. Rejects with the errors of node:fs. Where the library's own file is worked on, main/data/opening has its like,
 * which waits.
 */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync().catch((error: unknown) => {
      if (!['EINVAL', 'ENOTSUP'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    });
  } finally {
    await handle.close();
  }
}
