const reasons: Readonly<Record<string, string>> = {
  'outside-the-table': '表の外にあります',
  'header-or-footer': 'ヘッダーかフッターにあります',
  'another-report': '別の部の報告にあります。この報告だけのファイルに分けて取り込んでください',
  footnote: '脚注にあります',
  'unknown-column': '報告にない列にあります',
  'across-the-table': '表の全体にまたがる行にあります',
  'heading-remark': '表の見出しに付いた説明です',
  'total-row': '合計などの行にあります',
  'example-row': '記入例の行にあります',
  'number-only': '番号のほかは空の行です',
  'not-a-number': '番号の列にありますが、番号ではありません',
  'too-long': '一つの項目に入れるには長すぎます',
  'too-many': '項目の数が多すぎます',
  hidden: '画面にも紙にも見えない文字です',
  struck: '取り消し線で消されています',
  placeholder: '記入を促す案内文です',
};

/** Why a line of a file stands in no field. */
export function unplacedWords(why: string): string {
  return reasons[why] ?? 'どの欄にも当てはまりません';
}

/** Why a comment in a file that a section hands in is listed, and nothing more. */
export const unplacedCommentReason = 'Word のコメントです。報告の文ではないため取り込みません。';
