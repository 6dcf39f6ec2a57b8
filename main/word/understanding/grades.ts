import type { Verdict } from '../../../shared/model/report.ts';

/** Words that say how a target was met, whatever a city's scale. */
const words: ReadonlyMap<string, Verdict> = new Map([
  ['達成', 'achieved'],
  ['一部達成', 'partly-achieved'],
  ['未達成', 'not-achieved'],
  ['評価不能', 'not-assessable'],
  ['達成した', 'achieved'],
  ['達成できた', 'achieved'],
  ['目標達成', 'achieved'],
  ['一部達成した', 'partly-achieved'],
  ['達成できなかった', 'not-achieved'],
  ['達成しなかった', 'not-achieved'],
  ['目標未達成', 'not-achieved'],
  ['未達', 'not-achieved'],
]);
/** Signs of the scale of three; with ◎ above them a city means something else by them. */
const signs: ReadonlyMap<string, Verdict> = new Map([
  ['○', 'achieved'],
  ['〇', 'achieved'],
  ['◯', 'achieved'],
  ['△', 'partly-achieved'],
  ['×', 'not-achieved'],
  ['✕', 'not-achieved'],
]);
const otherGrade =
  /^(?:◎|[SA-E][+-]?|[-－―ー]|(?:計画|目標|予定|見込み?)(?:以上|通り|どおり|未満|以下)|(?:概ね|おおむね|ほぼ)達成|上回る|やや下回る|下回る|順調|概ね順調|おおむね順調|遅れ|完了)$/;

/** How the grades of a column are to be taken. */
export interface GradeScale {
  readonly verdictOf: (grade: string) => Verdict | null;
}

/** The scale of a column that holds grades and nothing else; null for any other column. */
export function gradeScale(texts: readonly string[]): GradeScale | null {
  const grades = texts.map(plain);
  const known = (grade: string): boolean => words.has(grade) || signs.has(grade) || otherGrade.test(grade);
  if (grades.length === 0 || !grades.every(known)) return null;
  const ofThree = !grades.includes('◎');
  return {
    verdictOf: (grade) => words.get(plain(grade)) ?? (ofThree ? (signs.get(plain(grade)) ?? null) : null),
  };
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/[\s・]/g, '');
}

/** What a word says, whatever a city's scale; null for any other. */
export function verdictOfWord(word: string): Verdict | null {
  return words.get(plain(word)) ?? null;
}

const labelled =
  /^[【［[(（〔]?\s*(?:自己|達成|総合|最終|年度末)?(?:評価|評定|判定|達成度|達成区分|達成状況|進捗度?)\s*[】］\])）〕]?\s*[:：]?\s*(\S{1,8}?)\s*[)）】]?$/u;

/** The grade of a line that says nothing else: `評価：○`, `【判定】達成`; null for any other line. */
export function gradeOfLine(line: string): string | null {
  const text = line.trim().replace(/^[・●■◆]\s*/u, '');
  const grade = text.length > 30 ? undefined : labelled.exec(text)?.[1];
  return grade !== undefined && gradeScale([grade]) !== null ? grade : null;
}
