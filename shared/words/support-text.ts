import { megabytes } from './megabytes.ts';

/** What who helps must know. No text of a report, no name of a person, no path. */
export interface SupportFacts {
  readonly version: string;
  readonly shell: 'desktop' | 'browser' | 'command-line';
  /** `Node.js 24.21.0`, `Chromium …`, in the order in which they are shown. */
  readonly runtimes: readonly string[];
  readonly system: string;
  /** Bytes. */
  readonly memory: { readonly all: number; readonly free: number };
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Null when none is open. */
  readonly library: {
    /** Bytes; null where the file is gone. */
    readonly size: number | null;
    readonly isReadOnly: boolean;
    readonly isBackup: boolean;
    readonly reports: number;
    readonly rows: number;
    readonly steps: number;
    /** Of this file, the latest first, as their names say it: `20260401-083000`. */
    readonly backups: readonly string[];
  } | null;
  /** Why none is open, by its code; null when one is, or none was asked for. */
  readonly libraryFailure: string | null;
  /** From the program's own log, the oldest first. */
  readonly faults: readonly LoggedFault[];
}

/** A fault as the log has it. */
export interface LoggedFault {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** What the person was shown. */
  readonly reference: string;
  readonly request: string;
  /** With its stack. */
  readonly error: string;
}

const shells: { readonly [shell in SupportFacts['shell']]: string } = {
  desktop: 'デスクトップ',
  browser: 'ブラウザー',
  'command-line': 'コマンド',
};

/** One text for a person to read before they give it away. */
export function supportText(facts: SupportFacts): string {
  const { library, faults } = facts;
  return [
    'Sengen の問い合わせ用の情報',
    '報告の文章、氏名、ファイルの場所は入っていません。渡す前に読み、渡したくない行は消してください。',
    '',
    `日時: ${facts.at}`,
    `Sengen: ${facts.version}（${shells[facts.shell]}）`,
    `動かしているもの: ${facts.runtimes.join('、')}`,
    `パソコン: ${facts.system}、メモリー ${megabytes(facts.memory.all)}（空き ${megabytes(facts.memory.free)}）`,
    '',
    ...(library === null
      ? [`開いているファイル: なし${facts.libraryFailure === null ? '' : `（${facts.libraryFailure}）`}`]
      : [
          `開いているファイル: ${library.size === null ? '見つかりません' : megabytes(library.size)}${library.isReadOnly ? '、読み取り専用' : ''}${library.isBackup ? '、バックアップ' : ''}`,
          `中身: 報告 ${library.reports}件、取組 ${library.rows}件、操作の記録 ${library.steps}件`,
          `このファイルの控え: ${library.backups.length}件${library.backups[0] === undefined ? '' : `（最後は ${library.backups[0]}）`}`,
        ]),
    '',
    faults.length === 0 ? '不具合の記録: なし' : `不具合の記録（新しい ${faults.length}件まで）:`,
    ...faults.flatMap(({ at, reference, request, error }) => [
      `- ${at} ${reference} ${request}`,
      ...withoutTexts(error)
        .split('\n')
        .map((line) => `  ${line.trim()}`),
    ]),
  ].join('\n');
}

/**
 * An error without what somebody wrote, and without where files stand: SQLite and JSON quote what they trip over, a
 * path holds the name of an account. The program's own errors are English.
 */
export function withoutTexts(error: string): string {
  return error
    .replace(/[^\p{ASCII}]+/gu, '…')
    .replace(/(?:file:\/\/\/?)?(?:[A-Za-z]:)?(?:[\\/]+[^\\/"'():\n]+)+[\\/]+(?=[^\\/\s"'():]+)/gu, '…/');
}
