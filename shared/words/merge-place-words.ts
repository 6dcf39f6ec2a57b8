import { fieldNames } from './field-names.ts';

const partFields: Readonly<Record<string, string>> = {
  measure: '指標',
  note: '注',
  value: '目標値',
  verdict: '判定',
  statement: '説明',
  asOf: '時点',
  figures: '数値',
  targets: '対応する達成目標',
};

/** What a place is called about which sides differ. */
export const mergePlaceWords = {
  place: (field: string): string =>
    ({
      rows: '取組の並び順',
      row: '取組の有無',
      targets: `${fieldNames.targets}の並び順`,
      outcomes: `${fieldNames.outcomes}の並び順`,
      pageBreakBefore: '改ページ',
      declarationPageBreakBefore: '目標宣言の改ページ',
    })[field] ?? field,
  /** `at`: its place in the list, from 0; −1 for one that is gone. */
  part: (list: 'targets' | 'outcomes', at: number, field: string, own: string): string => {
    const which = `${fieldNames[list]}${at < 0 ? '' : `${at + 1}`}`;
    if (field === 'target' || field === 'outcome') return `${which}の有無`;
    return `${which}の${own || (partFields[field] ?? field)}`;
  },
  flag: (value: boolean): string => (value ? 'あり' : 'なし'),
};
