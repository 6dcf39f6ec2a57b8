import { fieldsOf, type Form } from '../model/form.ts';
import { formOfReport } from '../model/forms/form-of-report.ts';
import type { Report } from '../model/report.ts';
import type { DocumentLine } from './document-line.ts';
import { nameOnForm } from './field-names.ts';

/** What is given out to a section as a Word file. */
export interface Cover {
  /** With the section's rows alone. */
  readonly report: Report;
  readonly form: Form;
  readonly section: string;
  /** The numbers of its rows, as the table prints them. */
  readonly numbers: readonly number[];
  /** As it was written; '' for none. */
  readonly deadline: string;
  readonly note: string;
  /** Who gives it out; '' where nobody knows. */
  readonly by: string;
}

/** 鑑: what is asked of a section, until when, and how it is given back. A line each. */
export function coverLines({
  report,
  form,
  section,
  numbers,
  deadline,
  note,
  by,
}: Cover): readonly DocumentLine[] {
  const { yearLabel, municipality, department } = report;
  const what = form.name === 'report' ? '達成状況' : '目標';
  const line = (look: DocumentLine['look'], text: string): DocumentLine => ({ look, text });
  const sections: (readonly [heading: string, items: readonly string[]])[] = [
    [
      'お願いすること',
      [
        `次のページの表に、${section}の取組${numbers.length}件（${numbersIn(numbers)}）について、${yearLabel}の${what}を記入してください。`,
        `記入する欄は、${asked(report, form).join('、')}です。ほかの欄に直すところがあれば、あわせて直してください。`,
      ],
    ],
    ['提出期限', [deadline === '' ? '取りまとめ担当の案内のとおり' : deadline]],
    [
      '記入のしかた',
      [
        '欄の中の文は、Word で自由に書き換え、書き足し、削除してください。変更履歴の記録は必要ありません。',
        '箇条書きは「・」で始め、一つごとに改行してください。',
        '取組を増やすときは表に行を追加し、取りやめるときは行ごと削除してください。順番は行を移動して変えられます。',
        '番号、欄の見出し（［ ］の付いたもの）、表の列は変えないでください。',
      ],
    ],
    [
      '提出のしかた',
      [
        'このファイルを Word 文書（.docx）のまま上書き保存し、取りまとめ担当に返送してください。ファイル名は変えても差し支えありません。',
        '専用のプログラムは必要ありません。表は別のファイルに写さず、このファイルに記入してください。',
      ],
    ],
    ...(note === '' ? [] : [['連絡事項', [note]] as const]),
  ];
  return [
    line('left', `${section} 御中`),
    line('right', `${municipality}${department} 取りまとめ担当${by === '' ? '' : `（${by}）`}`),
    line('title', `${yearLabel} ${form.label}の作成について`),
    ...sections.flatMap(([heading, items], at) => [
      line('heading', `${wide(at + 1)}\u3000${heading}`),
      ...items.map((text) => line('item', text)),
    ]),
  ];
}

/** What only this document asks for: of the report what the declaration does not print. */
function asked(report: Report, form: Form): string[] {
  const before = form.name === 'report' ? fieldsOf(formOfReport(report, 'declaration')) : [];
  const known = new Set<string>(['title', 'section', ...before.map(({ id }) => id)]);
  const fields = fieldsOf(form).filter(({ id }) => !known.has(id));
  return (fields.length === 0 ? fieldsOf(form) : fields).map(({ id }) => nameOnForm(form, id));
}

/** No.12～No.15, or each where they do not follow each other. */
function numbersIn(numbers: readonly number[]): string {
  const [first = 0] = numbers;
  const last = numbers.at(-1) ?? first;
  const follow = numbers.every((number, at) => number === first + at);
  if (follow && numbers.length > 2) return `No.${first}～No.${last}`;
  return numbers.map((number) => `No.${number}`).join('、');
}

function wide(number: number): string {
  return String(number).replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
}
