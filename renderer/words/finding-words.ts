import type { Severity } from '../../shared/model/checks/finding.ts';

const severities: { readonly [severity in Severity]: string } = {
  error: '誤り',
  warning: '注意',
  hint: '参考',
};

/** Words of what is found, where it stands in the text. */
export const findingWords = {
  severity: (severity: Severity) => severities[severity],
  card: (rule: string) => `指摘：${rule}`,
  source: (clause: string) => `根拠：${/^[ⅠⅡⅢ]/u.test(clause) ? '公用文作成の考え方 ' : ''}${clause}`,
  why: '理由',
  putRight: (fix: string) => (fix === '' ? 'この文字を消す' : `「${fix}」に直す`),
  putRightName: (written: string, fix: string) =>
    fix === '' ? `「${written}」を消す` : `「${written}」を「${fix}」に直す`,
  putAllRight: (count: number) => `同じ指摘をまとめて直す（${count.toLocaleString('ja-JP')}件）…`,
  suggestion: '直すかどうかは、文の意味で決めてください。',
  changed: 'この箇所はもう書き換えられています。',
  done: (rule: string, places: number) => `${places.toLocaleString('ja-JP')}か所を直しました（${rule}）。`,
  all: {
    heading: (rule: string) => `まとめて直す：${rule}`,
    lead: 'チェックを入れた文だけを直します。直した後も「元に戻す」で一度に戻せます。',
    list: '直す文',
    put: (count: number) => `${count.toLocaleString('ja-JP')}件を直す`,
    none: '直す文がありません。',
    place: (row: number | null, field: string) => (row === null ? field : `No.${row} ${field}`),
  },
  next: '次の指摘へ',
  nextSought: ['してき', '校正', 'こうせい', '表記', '誤り', '公用文'],
  noneNext: '文章の中に指摘はありません。',
  at: (row: number | null, rule: string) => (row === null ? rule : `No.${row} ${rule}`),
} as const;
