import type { RescueOutcome } from '../contract/rescue-outcome.ts';
import { stampWords } from './stamp-words.ts';

type Report = RescueOutcome['reports'][number];

/** What a rescue says of itself: on the page, on the command line, and in the text beside the rescued library. */
export function rescueSentences(outcome: RescueOutcome): string[] {
  const { file, original, backup, reports, others } = outcome;
  return [
    `壊れたファイルから読み取れた内容を、「${file}」に取り出しました。`,
    `もとのファイルは「${original}」にそのまま残してあります。消さないでください。`,
    backup === null
      ? '使える控え（バックアップ）は見つからなかったため、壊れたファイルだけから取り出しました。'
      : `足りない分は、${backupName(backup)}の控え（バックアップ）から補いました。`,
    '',
    ...reports.flatMap(reportLines),
    ...others.filter(({ back, lost }) => back + lost > 0).map(otherLine),
    ...(isWhole(outcome) ? ['', '失われた内容は見つかりませんでした。'] : ['', whatNow]),
  ];
}

/** True where nothing is known to be missing. */
export function isWhole({ reports, others }: RescueOutcome): boolean {
  return (
    reports.every(({ partly, lost, holes }) => partly.length + lost.length + holes === 0) &&
    others.every(({ lost }) => lost === 0)
  );
}

/** The same in one sentence. */
export function rescueSummary(outcome: RescueOutcome): string {
  const rows = outcome.reports.reduce(
    (sum, { rows: { file, log, backup, partly } }) => sum + file + log + backup + partly,
    0,
  );
  const open = outcome.reports.reduce((sum, { partly, lost }) => sum + partly.length + lost.length, 0);
  const held = `報告 ${outcome.reports.length}件（取組 ${rows}件）`;
  return open === 0
    ? `${held}を取り出しました。`
    : `${held}を取り出しました。取組 ${open}件は、すべてまたは一部が取り出せていません。`;
}

const whatNow =
  '取り出せなかったところは、印刷した報告や書き出したWordファイルを見ながら書き足してください。もとのファイルは、情報担当に相談するときのために残しておいてください。';

function backupName(backup: string): string {
  return /^\d{8}-\d{6}$/u.test(backup) ? stampWords(backup) : `「${backup}」`;
}

function reportLines(report: Report): string[] {
  const { yearLabel, department, isInBin, rows, partly, lost, steps, holes } = report;
  const total = rows.file + rows.log + rows.backup + rows.partly;
  const sources = [
    ['壊れたファイルから', rows.file],
    ['変更の記録から', rows.log],
    ['控えから', rows.backup],
    ['一部だけ', rows.partly],
  ] as const;
  const from = sources.filter(([, count]) => count > 0).map(([where, count]) => `${where} ${count}件`);
  return [
    `■ ${yearLabel} ${department}${isInBin ? '（ごみ箱）' : ''}`,
    `\u3000取組 ${total}件${from.length === 0 ? '' : `（${from.join('、')}）`}、変更の記録 ${steps}件`,
    ...partly.map(
      ({ number, title, missing }) =>
        `\u3000・${number}番「${title === '' ? '題名なし' : title}」: ${fields(missing)}を取り出せませんでした。`,
    ),
    ...lost.map(({ number }) =>
      number === null
        ? '\u3000・何番だったか分からない取組1件を取り出せませんでした。'
        : `\u3000・もとの${number}番の取組を取り出せませんでした。`,
    ),
    ...(holes === 0
      ? []
      : [
          `\u3000・変更の記録のうち${holes}件は中身を取り出せませんでした。「元に戻す」はそこで止まります。`,
        ]),
  ];
}

const fieldNames: Readonly<Record<string, string>> = {
  title: '題名',
  section: '課名',
  plan: '取組内容',
  results: '取組結果',
  direction: '今後の方向性',
  measure: '達成目標の文',
  note: '達成目標の注記',
  value: '達成目標の値',
  verdict: '達成の判定',
  statement: '目標達成状況の文',
  as_of: '実績の時点',
  figures: '実績値',
  page_break_before: '改ページ',
  declaration_page_break_before: '改ページ',
};

function fields(missing: readonly string[]): string {
  const names = new Set(missing.map((column) => fieldNames[column] ?? column));
  return [...names].map((name) => `「${name}」`).join('');
}

const tableNames: Readonly<Record<string, string>> = {
  comment_threads: 'コメントの集まり',
  comments: 'コメント',
  exports: '書き出しの記録',
  bring_backs: '持ち帰ったWordファイル',
  marked_fields: '朱書きのあった欄',
  suggestions: '直しの提案',
  signed_revisions: '確定した版',
  started_revisions: '版を改めた記録',
  initiative_links: '前年度とのつながり',
  phrases: '定型文',
};

function otherLine({ table, back, fromBackup, lost }: RescueOutcome['others'][number]): string {
  const from = fromBackup === 0 ? '' : `（うち控えから ${fromBackup}件）`;
  const missing = lost === 0 ? '' : `、取り出せなかったもの ${lost}件`;
  return `${tableNames[table] ?? table}: ${back}件${from}${missing}`;
}
