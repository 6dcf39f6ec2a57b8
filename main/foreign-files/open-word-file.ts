import { basename } from 'node:path';
import { readBoundedFile } from '../files/read-bounded-file.ts';
import { readWordDocument } from '../word/reading/read-word-document.ts';
import type { WordDocument } from '../word/reading/word-document.ts';
import type { WordFailure } from '../word/reading/word-failure.ts';
import type { Failure, WordRefusal } from '../../shared/failure.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import { sha256Of } from '../files/sha256.ts';

/** A Word file with what is in it. */
export interface WordFile {
  readonly path: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** 64 hexadecimal digits. */
  readonly sha256: string;
  readonly document: WordDocument;
}

export async function openWordFile(path: string): Promise<Result<WordFile>> {
  const bytes = await readBoundedFile(path);
  if (!bytes.ok) return bytes;
  const document = await readWordDocument(bytes.value);
  if (!document.ok) return failed(refusalOf(document.failure, path));
  return success({
    path,
    fileName: basename(path),
    bytes: bytes.value,
    sha256: sha256Of(bytes.value),
    document: document.value,
  });
}

function refusalOf(failure: WordFailure, path: string): Failure {
  return { code: 'word-refused', path, why: reasons[failure.code], detail: JSON.stringify(failure) };
}

const reasons: Readonly<Record<WordFailure['code'], WordRefusal>> = {
  'word-file-empty': 'empty',
  'not-a-word-file': 'not-word',
  'word-old-format': 'old-format',
  'word-encrypted': 'encrypted',
  'word-with-macros': 'macros',
  'package-too-large': 'too-large',
  'package-broken': 'broken',
  'package-refused': 'tampered',
  'part-missing': 'broken',
  'xml-broken': 'broken',
  'xml-doctype': 'tampered',
  'xml-too-large': 'too-large',
};
