/** Why a Word file could not be read, as facts. */
export type WordFailure =
  | { readonly code: 'package-too-large'; readonly what: string; readonly limit: number }
  | { readonly code: 'package-broken'; readonly cause: string }
  /** An entry that no honest Word file has: a path out of the archive, one name twice, an encrypted part. */
  | { readonly code: 'package-refused'; readonly entry: string; readonly why: EntryFault }
  | { readonly code: 'part-missing'; readonly part: string }
  | { readonly code: 'xml-broken'; readonly cause: string }
  | { readonly code: 'xml-doctype' }
  | { readonly code: 'xml-too-deep'; readonly limit: number }
  | { readonly code: 'xml-too-large'; readonly what: string; readonly limit: number };

export type EntryFault = 'name' | 'duplicate' | 'encrypted' | 'checksum';
