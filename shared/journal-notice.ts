import type { Failure } from './failure.ts';

/** What a person has to know of a library beside which a journal lay that is not its own; null where none did. */
export function journalNotice({
  path,
  journalAside,
}: {
  readonly path: string;
  readonly journalAside: string | null;
}): Failure | null {
  return journalAside === null ? null : { code: 'journal-set-aside', path, aside: journalAside };
}
