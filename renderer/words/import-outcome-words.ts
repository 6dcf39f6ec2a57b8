import type { ReportSummary } from '../../shared/contract/report-requests.ts';
import { headingNames } from '../../shared/words/field-names.ts';
import type { ImportOutcome } from '../state/importing/import-outcome.ts';

/** What storing a file that was read does, in one sentence that is always exact. */
export function importOutcomeWords(outcome: ImportOutcome): string {
  switch (outcome.kind) {
    case 'open': {
      const names = outcome.lacking.map((part) => headingNames[part]).join('・');
      return `${names}を入れると、新しい報告になるか、すでにある報告の更新になるかが、ここに出ます。`;
    }
    case 'new':
      return '新しい報告として加えます。';
    case 'update':
      return `すでにある「${nameOf(outcome.report)}」を、取組ごとに更新します。取り込んだあとで取り消せます。`;
    case 'signed':
      return `すでにある「${nameOf(outcome.report)}」は決裁済みのため、更新できません。`;
  }
}

function nameOf({ yearLabel, department }: ReportSummary): string {
  return `${yearLabel} ${department}`;
}
