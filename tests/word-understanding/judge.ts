import { readPackageParts } from '../../main/word/reading/read-package.ts';
import type { InitiativeDraft } from '../../main/domain/report-draft.ts';
import type { UnderstoodReport } from '../../main/word/understanding/understood-report.ts';
import { must } from '../support/must.ts';

/** What a typed file says of one initiative, as its writer means it. */
export interface TrueRow {
  readonly title: string;
  readonly section: string;
  readonly plan: readonly string[];
  /** Measure and value. */
  readonly targets: readonly (readonly [string, string])[];
  readonly results: readonly string[];
  readonly direction: readonly string[];
  readonly outcomes: readonly string[];
  readonly asOf: string;
  readonly figures: readonly string[];
}

/** What became of a file's texts. Goal: nothing wrong, nothing lost. */
export interface Judgement {
  /** Texts in the field for which they were written. */
  readonly right: number;
  /** Texts that are told to be in no field. */
  readonly told: number;
  /** Texts in another field than theirs, and words in a field that belong to no text of it. */
  readonly wrong: readonly string[];
  /** Texts that are in the file, and neither in the report nor told. */
  readonly lost: readonly string[];
}

/** What a layout prints of itself: it may go, in the file's headings and in the cells. */
const furniture = [
  ...['取組', '事業', '施策', '目標', '指標', '結果', '成果', '実績', '達成', '状況', '内容', '概要'],
  ...[
    '今後',
    '方向性',
    '対応',
    '予定',
    '方針',
    '次年度',
    '翌年度',
    '来年度',
    '以降',
    '前年度',
    '令和',
    '年度',
  ],
  ...[
    '担当',
    '所管',
    '主管',
    '所属',
    '課名',
    '課',
    '部',
    '名',
    '番号',
    '項目',
    '項番',
    '順位',
    '重点',
    '主な',
    '主',
    '具体的',
  ],
  ...[
    '予算額',
    '予算',
    '決算',
    '千円',
    '前年',
    '現状',
    '基準',
    '値',
    '率',
    '数値',
    '到達',
    '評価',
    '課題',
    '理由',
    '未',
    '実施',
  ],
  ...[
    '総合計画',
    '計画',
    '改善',
    '中間',
    '年度末',
    '進捗',
    '上半期',
    '下半期',
    '四半期',
    '備考',
    'SDGs',
    '第',
    '月',
  ],
  ...[
    '区分',
    '部署',
    '改善',
    'Act',
    '上期',
    '下期',
    'R5',
    'R6',
    'R10',
    'Plan',
    'Do',
    'Check',
    'Action',
    '判定',
    '昨年度',
    '基本',
    '政策',
    'ゴール',
    '関係',
  ],
  ...[
    'PLAN',
    'DO',
    'CHECK',
    'ACTION',
    'NO',
    'No',
    '及び',
    'と',
    'の',
    'な',
    'に',
    'ため',
    '及',
    'び',
    '向けた',
    '等',
  ],
].sort((one, other) => other.length - one.length);

/** Compares what was understood of a file with what it says. The file's texts are read from its XML by patterns. */
export async function judge(
  bytes: Uint8Array,
  truth: readonly TrueRow[],
  { draft, unplaced }: UnderstoodReport,
): Promise<Judgement> {
  const texts = await textsOf(bytes);
  const whole = texts.join('\n');
  const told = unplaced.flatMap(({ field, text }) => [plain(text), plain(field ?? '')]).join('\n');
  const toldOnes = unplaced.map((line) => plain(line.text)).filter((text) => text.length > 3);
  const everywhere = plain(JSON.stringify(draft.initiatives));
  const wrong: string[] = [];
  const lost: string[] = [];
  let right = 0;
  let toldTexts = 0;
  for (const row of truth) {
    const own = draft.initiatives.find(({ title }) => plain(title) === plain(row.title));
    for (const [field, expected] of Object.entries(fieldsOf(row))) {
      const has = own === undefined ? '' : plain(JSON.stringify(own[field as keyof InitiativeDraft]));
      for (const text of expected.map(plain)) {
        // A figure is only there where it stands on a line of its own, and not as a part of another text.
        if (!(row.figures.map(plain).includes(text) ? texts.includes(text) : whole.includes(text)))
          continue;
        if (has.includes(text)) right += 1;
        else if (told.includes(text)) toldTexts += 1;
        else (everywhere.includes(text) ? wrong : lost).push(`${row.title} ${field}: ${text}`);
      }
    }
  }
  for (const row of draft.initiatives) {
    const own = truth.find(({ title }) => plain(title) === plain(row.title));
    if (own === undefined) wrong.push(`a row of its own: ${row.title}`);
    else if (draft.initiatives.find(({ title }) => title === row.title) !== row)
      wrong.push(`twice: ${row.title}`);
    for (const [field, expected] of Object.entries(own === undefined ? {} : fieldsOf(own))) {
      const says = stringsIn(row[field as keyof InitiativeDraft]);
      for (const text of says) {
        // A figure may bear the name of what was to be reached.
        const names = field === 'outcomes' ? own?.targets.map(([measure]) => measure) : [];
        const more = without(plain(text), [...expected, ...(names ?? [])].map(plain));
        if (more !== '') wrong.push(`${row.title} ${field}: ${more}`);
      }
    }
  }
  const known = truth.flatMap((row) => Object.values(fieldsOf(row)).flat().map(plain));
  const verdicts = draft.initiatives.flatMap(({ targets }) => targets.map(({ verdict }) => verdict));
  for (const text of texts) {
    const more = without(text, [...known, ...toldOnes]);
    if (without(text, known) !== more) toldTexts += 1;
    if (without(more, furniture.map(plain)) === '' || told.includes(more) || told.includes(text)) {
      if (more !== '' && told.includes(more)) toldTexts += 1;
      continue;
    }
    const ofHeading =
      /宣言|報告/.test(text) || without(more, ['部長名', draft.headPost, draft.headName].map(plain)) === '';
    const grade = /達成|評価/.test(text) && verdicts.some((verdict) => verdict !== null);
    const title = draft.initiatives.some(
      (row) => without(more, [plain(row.title), plain(row.section)]) === '',
    );
    const ofLayout = /^[0-9%]*$/.test(without(more, furniture.map(plain)));
    if (!ofHeading && !grade && !title && !ofLayout) lost.push(more);
  }
  return { right, told: toldTexts, wrong, lost };
}

function fieldsOf(row: TrueRow): Record<string, readonly string[]> {
  return {
    title: [row.title],
    section: [row.section],
    plan: row.plan,
    targets: row.targets.flat(),
    results: row.results,
    direction: row.direction,
    outcomes: [...row.outcomes, row.asOf, ...row.figures],
  };
}

/** The texts of all paragraphs, line by line; of a page of HTML that the file holds, too. */
export async function textsOf(bytes: Uint8Array): Promise<string[]> {
  const texts: string[] = [];
  for (const [name, part] of must(await readPackageParts(bytes))) {
    if (/document\.xml$|header\d*\.xml$|footer\d*\.xml$/.test(name)) {
      const xml = new TextDecoder().decode(part).replace(/<mc:Fallback>.*?<\/mc:Fallback>/gs, '');
      for (const paragraph of xml.split(/<\/w:p>|<w:br\/>/)) {
        texts.push(
          [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)</g)].map(([, text = '']) => text).join(''),
        );
      }
    } else if (/\.html?$/.test(name)) {
      texts.push(...new TextDecoder().decode(part).split(/<[^>]*>/));
    }
  }
  return texts.map(plain).filter((text) => text !== '');
}

/** Text without what a layout adds: spaces, signs, brackets. */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u00ad\u200b・●○■□◆☑☐☒✔,"{}[\]()【】〔〕「」:、。.~※/|\\-]/gu, '');
}

function without(text: string, parts: readonly string[]): string {
  return parts
    .filter((part) => part !== '')
    .toSorted((one, other) => other.length - one.length)
    .reduce((left, part) => left.replaceAll(part, ''), text);
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(stringsIn);
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value)
    .filter(([key]) => key !== 'verdict' && key !== 'id')
    .flatMap(([, inner]) => stringsIn(inner));
}
