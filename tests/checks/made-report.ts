import type { FormerYear } from '../../shared/model/checks/context.ts';
import { checkReport } from '../../shared/model/checks/check-report.ts';
import {
  emptyInitiative,
  type Initiative,
  type Outcome,
  type Report,
  type Target,
} from '../../shared/model/report.ts';
import { findingSentence } from '../../shared/words/finding-sentences.ts';

/** A row of one target and one outcome, as far as a rule looks at it. */
export interface MadeRow extends Partial<Omit<Initiative, 'targets' | 'outcomes'>> {
  readonly target?: Partial<Target>;
  readonly outcome?: Partial<Outcome>;
  readonly figures?: readonly (readonly [label: string | null, value: string])[];
}

export function madeReport(fiscalYear: number, ...rows: readonly MadeRow[]): Report {
  return {
    id: `year${fiscalYear}`,
    municipality: '星見市',
    department: '市民部',
    fiscalYear,
    yearLabel: `令和${fiscalYear - 2018}年度`,
    headPost: '市民部長',
    headName: '山辺',
    stage: 'report',
    initiatives: rows.map(({ target, outcome, figures = [], ...row }, at) => ({
      ...emptyInitiative(`row${at + 1}`),
      title: '自転車教室',
      section: '生活安全課',
      plan: ['教室を開きます。'],
      results: ['教室の内容を年代別に改めました。'],
      direction: ['学校と日程を早めに決めます。'],
      targets: [
        { id: `tar${at + 1}`, measure: '参加者数', note: null, value: null, verdict: null, ...target },
      ],
      outcomes: [
        {
          id: `out${at + 1}`,
          statement: '参加者数は次のとおりです。',
          asOf: null,
          figures: figures.map(([label, value]) => ({ label, value })),
          targets: [`tar${at + 1}`],
          ...outcome,
        },
      ],
      ...row,
    })),
  };
}

/** A former year whose rows have the same identifiers. */
export function formerYear(report: Report): FormerYear {
  return { report, goesOn: new Map(report.initiatives.map(({ id }) => [id, id])) };
}

/** What one rule says of a report. */
export function saidBy(rule: string, report: Report, ...former: readonly Report[]): string[] {
  return checkReport(report, former.map(formerYear))
    .filter((finding) => finding.rule === rule)
    .map((finding) => findingSentence(finding, {}));
}

/** The pieces of text at which a rule finds something. */
export function spansOf(rule: string, report: Report): string[] {
  return checkReport(report).flatMap(({ rule: by, place, span }) => {
    if (by !== rule || span === null) return [];
    const row = report.initiatives.find((each) => 'row' in place && each.id === place.row);
    const text = place.kind === 'outcome' ? row?.outcomes[place.at]?.[place.part] : null;
    return [(text ?? '').slice(...span)];
  });
}
