/** Why a Word file could not be read, as facts. */
export type WordFailure =
  | { readonly code: 'word-file-empty' }
  | { readonly code: 'not-a-word-file'; readonly kind: OtherKind }
  /** A .doc of Word 97–2003. */
  | { readonly code: 'word-old-format' }
  /** Opens with a password only. */
  | { readonly code: 'word-encrypted' }
  /** A .docm or .dotm, or a .docx in which macros hide; `part` is where. */
  | { readonly code: 'word-with-macros'; readonly part: string }
  | { readonly code: 'package-too-large'; readonly what: PackageMeasure; readonly limit: number }
  | { readonly code: 'package-broken'; readonly cause: string }
  /** An entry that no honest Word file has: a path out of the archive, one name twice, an encrypted part. */
  | { readonly code: 'package-refused'; readonly entry: string; readonly why: EntryFault }
  | { readonly code: 'part-missing'; readonly part: string }
  | { readonly code: 'xml-broken'; readonly part: string; readonly cause: string }
  | { readonly code: 'xml-doctype'; readonly part: string }
  | {
      readonly code: 'xml-too-large';
      readonly part: string;
      readonly what: XmlMeasure;
      readonly limit: number;
    };

/** What a file is that is no Word file. */
export type OtherKind =
  | 'pdf'
  | 'rich-text'
  | 'spreadsheet'
  | 'presentation'
  | 'open-document'
  | 'old-office'
  | 'archive'
  | 'image'
  | 'text'
  | 'unknown';

/** Bytes of the file, and of what it unpacks to; the number of entries. */
export type PackageMeasure = 'file' | 'entries' | 'unpacked';

export type EntryFault =
  'name' | 'duplicate' | 'encrypted' | 'checksum' | 'overlap' | 'zip64' | 'several-disks';

/** Counts over all parts of a file, but `depth` and `attribute` (characters of one). */
export type XmlMeasure =
  'depth' | 'elements' | 'paragraphs' | 'attributes' | 'attribute' | 'namespaces' | 'references' | 'text';
