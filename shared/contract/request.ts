import type * as v from 'valibot';

/**
 * What a request needs of the open library.
 *
 * - `none`: nothing. No library is behind it, or it is what another one waits for.
 * - `opens`: it opens another, or says which there are. It does not care which was open when it began.
 * - `works`: it works with the library that it began with, to its end.
 * - `beside`: likewise, with what is kept outside the library's file: it goes on when that file is lost.
 * - `keeps`: likewise, and keeps what belongs to a library that is open no more.
 */
export type LibraryNeed = 'none' | 'opens' | 'works' | 'beside' | 'keeps';

/** One request of the contract: what it needs of the library, what goes in, what comes out. */
export function request<I extends v.GenericSchema, O extends v.GenericSchema>(
  library: LibraryNeed,
  input: I,
  output: O,
) {
  return { library, input, output } as const;
}
