/**
 * Names of what is being written and has no name of its own yet: a file `~sengen-HOST-PID-RANDOM.tmp`, a folder
 * `.sengen-HOST-PID-RANDOM` in which a library is made. They say who writes, so that what a writer left behind that
 * is gone can be told from what is being written.
 */

/** Who writes: a computer by a short hash of its name, and the number of the process. */
export interface Writer {
  readonly host: string;
  readonly pid: number;
}

export function writerOn(hostName: string, pid: number): Writer {
  return { host: shortHash(hostName), pid };
}

export function unfinishedFile(writer: Writer, random: string): string {
  return `~sengen-${markOf(writer)}-${random}.tmp`;
}

/** How the folder's name begins; random characters are put behind it. */
export function workshopPrefix(writer: Writer): string {
  return `.sengen-${markOf(writer)}-`;
}

const patterns = [
  /^~sengen-([0-9a-z]+)-([0-9a-z]+)-[0-9a-f]+\.tmp(?:-journal)?$/u,
  /^\.sengen-([0-9a-z]+)-([0-9a-z]+)-[0-9A-Za-z]{6}$/u,
];
/** As earlier versions called them. */
const earlier = [/^~sengen-[0-9a-f]{12}\.tmp$/u, /^\.sengen-[0-9A-Za-z]{6}$/u];

/** Who writes what has this name; `unknown` where an earlier version does not say, null when it is none of ours. */
export function writerOfName(name: string): Writer | 'unknown' | null {
  for (const pattern of patterns) {
    const [, host, pid] = pattern.exec(name) ?? [];
    if (host !== undefined && pid !== undefined) return { host, pid: Number.parseInt(pid, 36) };
  }
  return earlier.some((pattern) => pattern.test(name)) ? 'unknown' : null;
}

const markOf = ({ host, pid }: Writer): string => `${host}-${pid.toString(36)}`;

/** FNV-1a, as up to four characters: a name of up to 255 characters has to stay short. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return ((hash >>> 0) % 36 ** 4).toString(36);
}
