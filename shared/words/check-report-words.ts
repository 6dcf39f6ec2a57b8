import type { Severity } from '../model/checks/finding.ts';

export const severityNames: { readonly [severity in Severity]: string } = {
  error: '誤り',
  warning: '注意',
  hint: '確認',
};

/** What one finding says on a line. */
interface Told {
  readonly row: number | null;
  readonly name: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly fix: string | null;
}

/** Words of `sengen check`. */
export const checkWords = {
  line: ({ row, name, rule, severity, message, fix }: Told) =>
    [
      row === null ? '全体' : `No.${row}`,
      ...(name === '' ? [] : [name]),
      rule,
      `${severityNames[severity]}：${message}`,
      ...(fix === null ? [] : [fix === '' ? '→ 削除' : `→ ${fix}`]),
    ].join('  '),
  questions: '議員から問われそうな点',
  sum: (count: number) =>
    count === 0
      ? '指摘はありませんでした。'
      : `${count.toLocaleString('ja-JP')}件の指摘があります。何も変更していません。`,
  /** `sengen check` looked a library through before. */
  moved: 'ファイルそのものが壊れていないかは、sengen doctor で調べます（以前の sengen check）。',
} as const;
