/** Bytes as a person reads them: 「1.5 MB」. */
export function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toLocaleString('ja-JP', { maximumFractionDigits: 1 })} MB`;
}
