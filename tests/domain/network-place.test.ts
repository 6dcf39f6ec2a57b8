import { expect, test } from 'vitest';
import { isOnNetworkMount, isOnShare } from '../../main/domain/network-place.ts';

test.each([
  [String.raw`\\soumu-sv\共有\報告.sengen`, true],
  [String.raw`\\10.1.2.3\共有\報告.sengen`, true],
  ['//soumu-sv/共有/報告.sengen', true],
  [String.raw`\\?\UNC\soumu-sv\共有\報告.sengen`, true],
  [String.raw`C:\Users\tanaka\Documents\報告.sengen`, false],
  [String.raw`\\?\C:\Users\tanaka\報告.sengen`, false],
  [String.raw`\\.\D:\報告.sengen`, false],
  [String.raw`\報告.sengen`, false],
  ['/home/tanaka/報告.sengen', false],
])('Windows: %s', (path, share) => {
  expect(isOnShare(path)).toBe(share);
});

const mounts = [
  '22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw',
  '30 22 0:27 / /mnt/share rw,relatime shared:16 - cifs //soumu-sv/share rw,vers=3.1.1',
  String.raw`31 22 0:28 / /mnt/総務\040課 rw,relatime shared:17 master:3 - nfs4 sv:/export rw`,
  '32 30 8:2 / /mnt/share/local rw,relatime - ext4 /dev/sdb1 rw',
  '33 22 0:29 / /home/tanaka/remote rw,nosuid - fuse.sshfs tanaka@sv: rw',
  '34 22 0:30 / /media/usb rw,nosuid - fuseblk /dev/sdc1 rw',
  '35 22 0:31 / /mnt/covered rw - nfs sv:/old rw',
  '36 35 8:3 / /mnt/covered rw - ext4 /dev/sdd1 rw',
  '',
].join('\n');
test.each([
  ['/home/tanaka/報告.sengen', false],
  ['/mnt/share/報告.sengen', true],
  ['/mnt/share', true],
  ['/mnt/shared/報告.sengen', false],
  ['/mnt/share/local/報告.sengen', false],
  ['/mnt/総務 課/報告.sengen', true],
  ['/home/tanaka/remote/年度/報告.sengen', true],
  ['/media/usb/報告.sengen', false],
  ['/mnt/covered/報告.sengen', false],
])('Linux: %s', (path, network) => {
  expect(isOnNetworkMount(mounts, path)).toBe(network);
});

test('a system that says nothing is no network', () => {
  expect(isOnNetworkMount('', '/home/tanaka/報告.sengen')).toBe(false);
});
