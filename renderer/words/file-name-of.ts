/** The last part of a Windows or POSIX path. */
export function fileNameOf(path: string): string {
  return path.split(/[\\/]/u).findLast((part) => part !== '') ?? path;
}
