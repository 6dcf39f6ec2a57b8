import { expect, test } from 'vitest';
import { stageTakenIn } from '../../main/domain/stage-taken-in.ts';
import { emptyInitiative, type Report, type WritingStage } from '../../shared/model/report.ts';

const declared = { ...emptyInitiative('row1aaaa'), title: '渡し船の案内', plan: ['案内板を直します。'] };
const reported = { ...declared, results: ['案内板を直しました。'] };

function report(stage: WritingStage | null, row = declared): Report {
  return {
    id: 'report1test',
    municipality: '星見市',
    department: '港湾部',
    fiscalYear: 2025,
    yearLabel: '令和7年度',
    headPost: '港湾部長',
    headName: '磯部 渉',
    stage,
    initiatives: [row],
  };
}

test.each<[string, Report, Report, WritingStage | null]>([
  ['a file of the same stage', report('declaration'), report('declaration'), 'declaration'],
  ['a late declaration', report('report', reported), report('declaration', reported), 'report'],
  ['a report', report('declaration'), report('report'), 'report'],
  ['results that no stage is said of', report('declaration'), report(null, reported), 'report'],
  [
    'results where there were some, hidden on purpose',
    report('declaration', reported),
    report(null, reported),
    'declaration',
  ],
  ['a file where nobody ever chose', report(null), report(null, reported), null],
])('after %s', (_file, existing, taken, stage) => {
  expect(stageTakenIn(existing, taken)).toBe(stage);
});
