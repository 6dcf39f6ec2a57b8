/**
 * Whether a path leads over a network, by what the system says of it. Locks and the order of writes are not to be
 * relied on there, and the way to the file may end at any moment.
 */

/** `truePath`: as Windows' own realpath gives it, which leads a drive letter back to the share behind it. */
export function isOnShare(truePath: string): boolean {
  // `\\?\` and `\\.\` lead to devices of this PC, `\\?\UNC\` to a share.
  return /^[\\/]{2}(?:[?.][\\/]UNC[\\/])?[^\\/?.]/iu.test(truePath);
}

/** File systems of Linux that are elsewhere; those in user space have `fuse.` before their name. */
const networkSystems =
  /^(?:nfs4?|cifs|smb3|smbfs|ncpfs|afs|ceph|davfs|fuse\.(?:sshfs|smbnetfs|davfs2?|rclone|gvfsd-fuse|glusterfs|ceph|s3fs))$/u;

/** `mounts`: the text of `/proc/self/mountinfo`; `truePath`: without links. */
export function isOnNetworkMount(mounts: string, truePath: string): boolean {
  let place = '';
  let system = '';
  for (const line of mounts.split('\n')) {
    const [own = '', more = ''] = line.split(' - ', 2);
    const point = unescaped(own.split(' ')[4] ?? '');
    const holds = point === '/' || truePath === point || truePath.startsWith(`${point}/`);
    // The later of two at one place lies over the other.
    if (point === '' || !holds || point.length < place.length) continue;
    place = point;
    system = more.split(' ')[0] ?? '';
  }
  return networkSystems.test(system);
}

/** Blanks and backslashes stand there as `\040` and `\134`. */
function unescaped(point: string): string {
  return point.replaceAll(/\\([0-7]{3})/gu, (_, digits: string) =>
    String.fromCodePoint(Number.parseInt(digits, 8)),
  );
}
