import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, rmdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** A disk of a few megabytes, which can be filled up. */
export interface SmallDisk {
  readonly folder: string;
  /** Takes all the room that is left, whoever else takes some meanwhile. */
  fill(): void;
  empty(): void;
}

/** Null where none may be mounted. It is gone after the test. */
export function smallDisk(): SmallDisk | null {
  const folder = mkdtempSync(join(tmpdir(), 'sengen-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', folder], { stdio: 'pipe' });
  } catch {
    console.log('skipped: only an administrator of Linux can mount a small disk to fill up');
    return null;
  }
  onTestFinished(() => {
    execFileSync('umount', ['-l', folder]);
    rmdirSync(folder);
  });
  const filler = join(folder, 'filler');
  return {
    folder,
    fill: () => {
      const block = Buffer.alloc(statfsSync(folder).bsize);
      for (;;) {
        try {
          appendFileSync(filler, block);
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return;
          throw error;
        }
      }
    },
    empty: () => {
      rmSync(filler);
    },
  };
}
