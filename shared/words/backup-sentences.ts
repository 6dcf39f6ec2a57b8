import { secondPlaceSentence, type SecondPlaceFacts } from './second-place-sentences.ts';

interface Counts {
  readonly reports: number;
  readonly rows: number;
}

const held = ({ reports, rows }: Counts): string => `報告 ${reports}件（取組 ${rows}件）`;

/** What the command line says of backups. */
export const backupSentences = {
  made: (counts: Counts) => `${held(counts)}の控えを作り、ファイルと同じ内容であることを確かめました。`,
  second: (facts: SecondPlaceFacts | { readonly kind: 'none' }) =>
    facts.kind === 'none' ? '' : `二つ目の場所: ${secondPlaceSentence(facts)}`,
  same: '今の内容の控えは、すでにあります。新しく作っていません。',
  restored: ({ kept, ...counts }: Counts & { readonly kept: string | null }) =>
    `${held(counts)}の控えに戻しました。${kept === null ? '' : `\n戻す前のファイルは「${kept}」に残してあります。`}`,
} as const;
