import { resolve } from 'node:path';
import type { CellDifference, Verification } from '../../shared/contract/sign-off-requests.ts';
import { fieldNames } from '../../shared/words/field-names.ts';
import type { Command } from './command.ts';
import { exitCodes, sayFailure, type Terminal } from './terminal.ts';
import { lookIntoLibrary } from './with-library.ts';

export const verifyCommand: Command = {
  usage: 'sengen verify FILE.sengen SIGNED.docx [--json]',
  purpose: 'Word ファイルの内容が、決裁済み（なければ保存済み）の内容と同じかどうかを確かめます。',
  shape: { words: ['FILE.sengen', 'SIGNED.docx'], json: true },

  run: ({ words, json }, terminal) =>
    lookIntoLibrary(words[0], { verify: resolve(words[1] ?? '') }, terminal, async (application) => {
      const verified = await application.call('files.verify', {});
      if (!verified.ok) return sayFailure(terminal, verified.failure);
      if (json) terminal.output(JSON.stringify(verified.value));
      else say(verified.value, terminal);
      return exitCodeOf(verified.value);
    }),
};

function exitCodeOf({ status, comments, changes }: Verification): number {
  if (status === 'unknown') return exitCodes.refused;
  if (status === 'signed') return exitCodes.done;
  const findings = status === 'differs' || comments.length > 0 || changes.length > 0;
  return findings ? exitCodes.findings : exitCodes.done;
}

function say(verification: Verification, terminal: Terminal): void {
  const { status, revision, signed, cells, comments, changes } = verification;
  const text = signed ? `決裁済みの第${revision ?? 0}版` : `保存済みの第${revision ?? 0}版`;
  const sentences = {
    signed: `${text}のファイルそのものです。`,
    'same-text': `${text}と同じ内容です（ファイルとしては別に保存されたものです）。`,
    differs: `${text}と${cells.length}か所違います。`,
    unknown: `${verification.why ?? 'このファイルの報告から書き出したものではありません。'}何も変更していません。`,
  };
  terminal.messages(sentences[status]);
  for (const { row, field, before, after } of cells) {
    terminal.output(
      `${placeWords(row, field)}\n  決裁・保存: ${oneLine(before)}\n  このファイル: ${oneLine(after)}`,
    );
  }
  for (const { row, field, kind, author, text: changed } of changes) {
    const what = kind === 'insertion' ? '挿入' : '削除';
    terminal.output(`変更履歴 ${placeWords(row, field)} ${what} ${author ?? ''}: ${oneLine(changed)}`);
  }
  for (const { row, field, author, text: comment } of comments) {
    terminal.output(`コメント ${placeWords(row, field)} ${author ?? ''}: ${oneLine(comment)}`);
  }
}

const otherPlaces: Readonly<Record<string, string>> = {
  reportTitle: '表題',
  headLine: '職・氏名',
  columns: '表の見出し',
  outside: '表の外',
  number: '番号',
  row: '行全体',
};

/** 3番 達成目標 */
export function placeWords(row: number | null, field: CellDifference['field'] | null): string {
  const names: Readonly<Record<string, string>> = { ...fieldNames, ...otherPlaces };
  const name = field === null ? '' : (names[field] ?? field);
  return [row === null ? '' : `${row}番`, name].filter((word) => word !== '').join(' ') || '表の外';
}

export function oneLine(text: string): string {
  return text.replaceAll('\n', ' ⏎ ');
}
