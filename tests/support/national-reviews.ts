import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { WrittenText } from '../../shared/model/checks/writing/writing-rule.ts';

/** Twelve published review sheets of national offices, which stay outside the repository. */
const folder = resolve(import.meta.dirname, '../../../shared/cases');

export interface NationalReview {
  readonly name: string;
  readonly texts: readonly WrittenText[];
}

/** The running text of the sheets, without their tables of years and who is responsible; none where they are missing. */
export function nationalReviews(): NationalReview[] {
  if (!existsSync(folder)) {
    console.warn('skipped: the national review sheets (../shared/cases) are missing');
    return [];
  }
  return readdirSync(folder)
    .filter((file) => /^national_review.*\.txt$/u.test(file))
    .map((file) => {
      const name = file.replace(/^national_review\d*_|\.txt$/gu, '');
      const whole = readFileSync(join(folder, file), 'utf8');
      return { name, texts: textsOf(whole.slice(whole.indexOf('\n# ---') + 1)) };
    });
}

const outside =
  /^(?:#|\s*年度 \d|\[|単位|目標値|目標最終年度|開始年度|終了年度|府省庁|担当部局庁|担当課室|作成責任者|主要施策|実施方法)/u;

function textsOf(body: string): WrittenText[] {
  return body
    .split('\n')
    .filter((line) => line.trim() !== '' && !outside.test(line))
    .map((line) => ({
      text: line.replace(/^(?:事業名|成果目標|成果指標|活動指標): ?/u, '').replace(/^\s*・?/u, ''),
      kind: 'sentence',
      row: 'row',
      number: 1,
      field: 'plan',
    }));
}

export function sentencesIn(texts: readonly WrittenText[]): number {
  return texts.flatMap(({ text }) => text.split('。')).filter((sentence) => sentence.trim().length > 1)
    .length;
}
