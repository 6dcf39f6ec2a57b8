import { extname } from 'node:path';
import { readRulesFile } from '../../exchange/rules-file.ts';
import { readBoundedFile } from '../../files/read-bounded-file.ts';
import { tableRows } from '../../word/understanding/table-rows.ts';
import type { ReadRules } from '../../../shared/contract/rules-requests.ts';
import { readTable } from '../../../shared/model/checks/house/cells.ts';
import { isRulesTable, joined, readRulesTable } from '../../../shared/model/checks/house/rules-table.ts';
import {
  saysWords,
  wordsOfLines,
  wordsOfTable,
  type ReadWordTable,
} from '../../../shared/model/checks/house/word-table.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import { openWordFile } from '../open-word-file.ts';

/** Reads an office's rules (JSON, or the table for Excel), or a list of words (a table in Word, CSV, lines). */
export async function readRules({ path }: { readonly path: string }): Promise<Result<ReadRules>> {
  const ending = extname(path).toLowerCase();
  if (ending === '.docx') return wordsOfWordFile(path);
  const bytes = await readBoundedFile(path);
  if (!bytes.ok) return bytes;
  if (ending === '.json') {
    const read = readRulesFile(bytes.value, path);
    return read.ok ? success({ kind: 'rules', rules: read.value, unread: [] }) : read;
  }
  if (ending !== '.csv' && ending !== '.txt' && ending !== '.tsv')
    return failed({ code: 'file-kind-unknown', path, accepted: ['json', 'docx', 'csv', 'txt'] });
  const text = textOf(bytes.value);
  if (text === null) return failed({ code: 'file-not-utf8', path });
  if (isRulesTable(text)) {
    const read = readRulesTable(text, nameOf(path));
    if (read === null) return failed({ code: 'rules-full' });
    const unread = read.unread.map(({ line, text: says }) => ({ line, text: says }));
    return success({ kind: 'rules', rules: read.rules, unread });
  }
  const rows = readTable(text);
  if (rows === null) return failed({ code: 'rules-full' });
  const isLines = saysWords(text);
  const lines = text.split(/\r?\n/u);
  const read = isLines ? wordsOfLines(text) : wordsOfTable(rows.map(({ cells }) => cells));
  return told(path, [
    { read, says: (at) => (isLines ? lines[at - 1] : rows[at - 1]?.cells.join(' ')) ?? '' },
  ]);
}

async function wordsOfWordFile(path: string): Promise<Result<ReadRules>> {
  const file = await openWordFile(path);
  if (!file.ok) return file;
  const { tables, lines } = tableRows(file.value.document);
  const read = tables.map((rows) => ({
    read: wordsOfTable(rows),
    says: (at: number) => rows[at - 1]?.join(' ') ?? '',
  }));
  if (read.some(({ read: { words } }) => words.length > 0)) return told(path, read);
  const written = lines.filter(saysWords);
  return told(path, [{ read: wordsOfLines(written.join('\n')), says: (at) => written[at - 1] ?? '' }]);
}

/** What a list says, and how one of its lines reads, from 1. */
interface ReadList {
  readonly read: ReadWordTable;
  says(at: number): string;
}

function told(path: string, lists: readonly ReadList[]): Result<ReadRules> {
  const words = joined(lists.flatMap(({ read }) => read.words));
  if (words.length === 0) return failed({ code: 'word-list-missing', path });
  const unread = lists.flatMap(({ read, says }) =>
    read.unread.map((line) => ({ line, text: says(line).slice(0, 80).toWellFormed() })),
  );
  return success({ kind: 'words', words, unread });
}

/** Excel writes CSV in UTF-8 or, by its older name, in Shift_JIS; null for neither. */
function textOf(bytes: Uint8Array): string | null {
  for (const encoding of ['utf-8', 'shift_jis']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // The next one may fit.
    }
  }
  return null;
}

function nameOf(path: string): string {
  const name = path.replace(/^.*[\\/]/u, '').replace(/\.[^.]*$/u, '');
  return name.trim() === '' ? '文書の決まり' : name.slice(0, 100).toWellFormed();
}
