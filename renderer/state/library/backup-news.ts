import type { Bridge } from '../../../shared/contract/bridge.ts';
import { backupWords } from '../../words/backup-words.ts';
import type { Navigation } from '../page/navigation.svelte.ts';
import type { Notices } from '../page/notices.svelte.ts';

/** Tells what went wrong with backups that the program makes and tries out by itself. */
export function listenToBackups(bridge: Bridge, notices: Notices, navigation: Navigation): () => void {
  const stops = [
    bridge.on('backups.failed', ({ cause }) => notices.fail({ code: 'backup-failed', cause })),
    bridge.on('backups.damaged', ({ stamp }) =>
      notices.show(backupWords.drillDamaged(stamp), {
        label: backupWords.open,
        run: () => {
          notices.close();
          navigation.go({ name: 'backups' });
        },
      }),
    ),
  ];
  return () => stops.forEach((stop) => stop());
}
