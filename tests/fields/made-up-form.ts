import type { Form } from '../../shared/model/form.ts';
import { formOf, type FormField, type OfficeForm } from '../../shared/model/forms/office-form.ts';
import { officialForm } from '../../shared/model/forms/official-form.ts';

/** Fields that no code knows, one of each kind that a form can bring: they stand in this file alone. */
export const madeUpFields: readonly FormField[] = [
  {
    id: 'xmeasure',
    owner: 'row',
    kind: 'line',
    label: '総合計画の施策番号',
    season: 'declaration',
    names: ['施策番号'],
    around: ['【', '】'],
    asked: true,
  },
  {
    id: 'xpartners',
    owner: 'row',
    kind: 'paragraphs',
    label: '協働関係先',
    season: 'declaration',
    names: ['協働先'],
    bulleted: true,
    asked: true,
    guidance: '一緒に取り組む団体を、1行に1つずつ書きます。',
    example: '西地区自治会連合会',
  },
  {
    id: 'xreason',
    owner: 'row',
    kind: 'paragraphs',
    label: '未達成の理由',
    season: 'report',
    names: [],
    asked: false,
  },
  {
    id: 'xgrade',
    owner: 'row',
    kind: 'choice',
    label: '評価',
    season: 'report',
    names: [],
    asked: true,
    choices: [{ sign: '◎', meaning: '計画以上' }, { sign: '○' }, { sign: '△' }],
  },
  {
    id: 'xgoals',
    owner: 'row',
    kind: 'choices',
    label: 'SDGs のゴール',
    season: 'declaration',
    names: [],
    asked: true,
    choices: [{ sign: '3' }, { sign: '11' }, { sign: '17' }],
  },
  {
    id: 'xbudget',
    owner: 'row',
    kind: 'quantity',
    label: '予算額',
    season: 'declaration',
    names: [],
    asked: true,
  },
  {
    id: 'xdue',
    owner: 'row',
    kind: 'date',
    label: '期限',
    season: 'declaration',
    names: [],
    asked: true,
  },
];

const { report } = officialForm;

/** The official form with a column for them at the end of its report. */
export const madeUpOfficeForm: OfficeForm = {
  ...officialForm,
  id: 'made-up',
  label: '試しの様式',
  fields: madeUpFields,
  report: {
    ...report,
    columns: [
      ...report.columns.map((column) => ({ ...column, width: column.width - 5 })),
      { heading: ['そのほか'], content: madeUpFields.map(({ id }) => id), width: 30 },
    ],
    cellLabels: { ...report.cellLabels, xpartners: '[協働関係先]', xreason: '[未達成の理由]' },
  },
};

export const madeUpForm: Form = formOf(madeUpOfficeForm, 'report');

/** What stands in each of them. */
export const madeUpValues = {
  xmeasure: '3-1-2',
  xpartners: ['汐見商店会', '港小学校'],
  xreason: ['雨が続き、屋外の会を開けませんでした。'],
  xgrade: '△',
  xgoals: ['11', '17'],
  xbudget: '1,250千円',
  xdue: '令和8年12月',
} as const;
