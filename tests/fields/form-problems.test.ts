import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { builtInForms } from '../../main/application/built-in-forms.ts';
import { programFiles } from '../../main/files/program-files.ts';
import { formProblems, isBroken, type FormProblem } from '../../shared/model/forms/form-problems.ts';
import {
  officeFormSchema,
  type DocumentForm,
  type FormField,
  type OfficeForm,
} from '../../shared/model/forms/office-form.ts';
import { officialForm } from '../../shared/model/forms/official-form.ts';
import { formProblemSentence } from '../../shared/words/form-problem-sentence.ts';

const { declaration, report } = officialForm;
const grade: FormField = {
  id: 'xgrade',
  owner: 'row',
  kind: 'choice',
  label: '評価',
  season: 'report',
  names: [],
  asked: true,
  choices: [{ sign: '◎' }, { sign: '○' }],
};

/** The official form with one column of its report changed; the last one takes or gives what is left. */
function withColumn(at: number, change: Partial<DocumentForm['columns'][number]>): OfficeForm {
  const columns = report.columns.map((column, index) => (index === at ? { ...column, ...change } : column));
  const others = columns.slice(0, -1).reduce((sum, { width }) => sum + width, 0);
  const last = columns.at(-1);
  if (last === undefined) throw new Error('no column');
  return {
    ...officialForm,
    report: { ...report, columns: columns.with(-1, { ...last, width: 273 - others }) },
  };
}

function withField(field: FormField): OfficeForm {
  const [number, title, ...others] = report.columns;
  if (number === undefined || title === undefined) throw new Error('no column');
  const graded = { ...title, content: [...title.content, field.id] };
  return { ...officialForm, fields: [field], report: { ...report, columns: [number, graded, ...others] } };
}

const onTitle = { document: 'report', column: 2, heading: '取組名(担当課名)' } as const;

const cases: readonly { form: OfficeForm; problem: FormProblem; sentence: string; broken: boolean }[] = [
  {
    form: {
      ...officialForm,
      report: {
        ...report,
        columns: report.columns.with(0, { heading: ['NO.'], content: ['number'], width: 20 }),
      },
    },
    problem: { code: 'table-too-wide', document: 'report', width: 283.6, room: 273 },
    sentence:
      '達成状況報告の表の幅（283.6mm）が、用紙の余白の内側（273mm）に収まらないため、列の幅か余白を小さくしてください。',
    broken: true,
  },
  {
    form: {
      ...officialForm,
      declaration: {
        ...declaration,
        page: { ...declaration.page, margin: { ...declaration.page.margin, top: 100, bottom: 60 } },
      },
    },
    problem: { code: 'page-without-room', document: 'declaration' },
    sentence:
      '目標宣言の表の用紙は、余白を除くと取組を書く高さが残らないため、上下の余白を小さくするか用紙を大きくしてください。',
    broken: true,
  },
  {
    // 10 pt and 3.5 pt at each side are 17 pt: 5.997 mm.
    form: withColumn(1, { width: 5.9 }),
    problem: { code: 'column-too-narrow', ...onTitle, needed: 6 },
    sentence:
      '達成状況報告の表の2列目「取組名(担当課名)」は1文字も入らない幅のため、6mm以上に広げてください。',
    broken: true,
  },
  {
    form: {
      ...officialForm,
      report: {
        ...report,
        columns: report.columns.map((column, at) =>
          at > 1 ? column : { ...column, content: at === 0 ? ['number', 'section'] : ['title'] },
        ),
      },
    },
    problem: { code: 'number-beside-fields', document: 'report', column: 1, heading: 'NO.' },
    sentence:
      '達成状況報告の表の1列目「NO.」には番号（NO.）とほかの項目が一緒に入っているため、番号だけの列にしてください。',
    broken: true,
  },
  {
    form: withColumn(1, { content: ['title', 'section', 'plan'] }),
    problem: { code: 'field-twice', document: 'report', label: '取組内容' },
    sentence: '達成状況報告の表に「取組内容」が2か所あるため、1か所にしてください。',
    broken: true,
  },
  {
    form: withField({ ...grade, label: '取組内容' }),
    problem: { code: 'label-twice', label: '取組内容' },
    sentence: '「取組内容」という名前の項目が2つあるため、別の名前にしてください。',
    broken: true,
  },
  {
    form: withField({ ...grade, choices: [] }),
    problem: { code: 'choices-missing', label: '評価' },
    sentence: '「評価」に選択肢がないため、1つ以上書いてください。',
    broken: true,
  },
  {
    form: withField({ ...grade, choices: [{ sign: '○' }, { sign: '◎' }, { sign: '○' }] }),
    problem: { code: 'choice-twice', label: '評価', sign: '○' },
    sentence: '「評価」に選択肢「○」が2つあるため、1つにしてください。',
    broken: true,
  },
  {
    // 9 letters are 4.5 em, 45 pt, with the margins 52 pt: 18.34 mm.
    form: withColumn(1, { heading: ['Key-Words'], width: 18 }),
    problem: {
      code: 'word-too-wide',
      document: 'report',
      column: 2,
      heading: 'Key-Words',
      word: 'Key-Words',
      needed: 18.4,
    },
    sentence:
      '達成状況報告の表の2列目「Key-Words」では「Key-Words」が途中で折り返されるため、18.4mm以上にすると読みやすくなります。',
    broken: false,
  },
  {
    // 13 mm, 36.85 pt, hold 2.98 em: 取組, 名, (担当, 課名).
    form: withColumn(1, { width: 13 }),
    problem: { code: 'heading-too-tall', ...onTitle, lines: 4 },
    sentence:
      '達成状況報告の表の2列目「取組名(担当課名)」の見出しが4行になるため、列を広げるか見出しを短くすると収まりがよくなります。',
    broken: false,
  },
  {
    form: {
      ...officialForm,
      declaration: { ...declaration, type: { ...declaration.type, bodyLine: 9.5 } },
    },
    problem: { code: 'lines-overlap', document: 'declaration' },
    sentence:
      '目標宣言の表では行の高さが文字の大きさより小さく、文字の上下が欠けるため、行の高さを大きくしてください。',
    broken: false,
  },
  {
    form: withColumn(1, { content: ['section'] }),
    problem: { code: 'title-unprinted', document: 'report' },
    sentence: '達成状況報告の表に「取組名」の列がないため、どの取組の行か分からなくなります。',
    broken: false,
  },
  {
    form: { ...officialForm, report: { ...report, columns: report.columns.slice(1) } },
    problem: { code: 'number-unprinted', document: 'report' },
    sentence: '達成状況報告の表に番号（NO.）の列がないため、行を番号で探せなくなります。',
    broken: false,
  },
  {
    form: { ...officialForm, fields: [grade] },
    problem: { code: 'field-unprinted', label: '評価' },
    sentence: '「評価」はどの表の列にもないため、書いても印刷されません。',
    broken: false,
  },
  {
    form: {
      ...officialForm,
      fields: [grade],
      declaration: {
        ...declaration,
        columns: declaration.columns.map((column) =>
          column.content.includes('plan') ? { ...column, content: ['plan', 'xgrade'] as const } : column,
        ),
      },
    },
    problem: { code: 'reported-too-early', label: '評価' },
    sentence:
      '「評価」は年度が終わってから書く項目ですが、目標宣言の表にもあるため、春には空欄のままになります。',
    broken: false,
  },
];

/** The official report with a line for each target: `parts` of the targets, and of the outcomes. */
function withLines(
  parts: Exclude<DocumentForm['columns'][number]['ofEach'], undefined>,
  shape: DocumentForm['shape'] = { kind: 'line-per-target' },
): OfficeForm {
  const columns = report.columns.map((column): DocumentForm['columns'][number] => {
    if (column.content.includes('targets')) return { ...column, ofEach: parts };
    return column.content.includes('outcomes')
      ? { ...column, ofEach: ['statement', 'asOf', 'figures'] }
      : column;
  });
  return { ...officialForm, report: { ...report, columns, ...(shape === undefined ? {} : { shape }) } };
}

describe('A form with a line for each target', () => {
  test('is in order when each part has its place', () => {
    expect(formProblems(withLines(['measure', 'note', 'value']))).toEqual([]);
  });

  test.each([
    {
      form: withLines(['measure', 'value']),
      sentence: '達成状況報告の表には達成目標のうち「補足」の列がないため、書いても印刷されません。',
      broken: false,
    },
    {
      form: withLines(['measure', 'note', 'value', 'measure']),
      sentence: '達成状況報告の表に「目標の内容」が2か所あるため、1か所にしてください。',
      broken: true,
    },
    {
      form: {
        ...officialForm,
        report: { ...report, shape: { kind: 'line-per-target' } },
      } satisfies OfficeForm,
      sentence:
        '達成状況報告の表は目標ごとに行を分ける形ですが、目標1つずつの内容の列がないため、「目標の内容」などの列を加えてください。',
      broken: true,
    },
  ])('is told: $sentence', ({ form, sentence, broken }) => {
    expect(formProblems(form).map(formProblemSentence)).toEqual([sentence]);
    expect(formProblems(form).map(isBroken)).toEqual([broken]);
  });

  test('is told column by column where a row is one row of the table', () => {
    const { shape: _shape, ...document } = withLines(['measure', 'note', 'value']).report;
    const problems = formProblems({ ...officialForm, report: document });
    expect(problems.map(({ code }) => code)).toEqual(['parts-without-lines', 'parts-without-lines']);
    expect(problems.map(formProblemSentence)[0]).toBe(
      '達成状況報告の表の4列目「達成目標」は目標1つずつの内容の列ですが、この表は1つの取組を1行にする形のため、目標ごとに行を分ける形にするか、列の中身を変えてください。',
    );
  });

  test('is refused with a part that its items do not have', () => {
    expect(v.is(officeFormSchema, withLines(['measure', 'note', 'value']))).toBe(true);
    expect(v.is(officeFormSchema, withLines(['measure', 'figures']))).toBe(false);
    expect(v.is(officeFormSchema, withLines(['measure', 'xnowhere']))).toBe(false);
  });
});

describe('What is wrong with a form', () => {
  test.each(cases)(
    '$problem.code is told, alone, with its figures',
    ({ form, problem, sentence, broken }) => {
      expect(formProblems(form)).toEqual([problem]);
      expect(isBroken(problem)).toBe(broken);
      expect(formProblemSentence(problem)).toBe(sentence);
    },
  );

  test('what keeps a form from being used comes first', () => {
    const form = withField({ ...grade, choices: [] });
    const [number, ...others] = form.report.columns;
    expect(number?.content).toEqual(['number']);
    const codes = formProblems({ ...form, report: { ...form.report, columns: others } }).map(
      ({ code }) => code,
    );
    expect(codes).toEqual(['choices-missing', 'number-unprinted']);
  });

  test.each([officialForm, ...builtInForms(programFiles().forms)])(
    'nothing, where the program brings it: $label',
    (form) => {
      expect(formProblems(form)).toEqual([]);
    },
  );
});
