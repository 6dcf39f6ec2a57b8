import { readOnlyWords } from './read-only-words.ts';
import { signOffWords } from './word-words.ts';

/** Why a command can't be given: the library's file takes no writes, or the 版 is signed. */
export function lockWords(isReadOnly = false): { readonly command: string; readonly short: string } {
  return isReadOnly
    ? { command: readOnlyWords.lockedCommand, short: readOnlyWords.lockedShort }
    : { command: signOffWords.lockedCommand, short: signOffWords.lockedShort };
}
