import type { ReportHeading } from '../../../shared/model/report.ts';
import { comparable } from './field-names.ts';
import type { OutsideLine } from './report-tables.ts';
import { namesDepartment, readTitle, type ReportTitle } from './report-title.ts';
import { titleText } from './title-text.ts';
import { yearInText, type YearInText } from './year-in-text.ts';

/** What the lines around the table say of the report; null for what they do not say. */
export interface HeadingRead {
  readonly year: YearInText | null;
  readonly municipality: string | null;
  readonly department: string | null;
  readonly headPost: string | null;
  readonly headName: string | null;
  /** The lines that said it. */
  readonly used: ReadonlySet<OutsideLine>;
}

type Part = Exclude<keyof ReportHeading, 'fiscalYear' | 'yearLabel'>;

/** Longer lines are text, not a heading. */
const longest = 120;
/** A cover and a title are above a table within so many lines. */
const most = 200;

const postEnding =
  '(?:部長|局長|室長|課長|所長|館長|次長|参事|理事|監|管理者|本部長|事務局長|会計管理者|長)';
const departmentEnding = /(?:部|局|室|課|所|委員会|本部|センター|事務局|消防|病院)$/;

/** Words before a name or a department, in a cell of their own or before a colon. */
const labels: ReadonlyMap<string, Part> = new Map<string, Part>(
  (
    [
      ['municipality', ['市町村名', '自治体名', '市名', '団体名']],
      ['department', ['部名', '部局名', '部局', '部署名', '所属名', '所属', '部等名', '担当部']],
      ['headPost', ['職名', '役職', '職', '補職名']],
      ['headName', ['氏名', '職・氏名', '職氏名', '部長名', '部長氏名', '宣言者', '作成者', '責任者']],
    ] as const
  ).flatMap(([part, names]) => names.map((name) => [comparable(name), part] as const)),
);

/** Reads year, department, post and name off the lines above the table. */
export function readHeading(outside: readonly OutsideLine[]): HeadingRead {
  const lines = outside.filter(({ line, above }) => above && line.text.length <= longest).slice(0, most);
  const heading = new OpenHeading();
  for (const line of lines) heading.readLabelled(line);
  const title = titlesFirst(lines).find(({ line, title }) => heading.takeTitle(line, title))?.line;
  for (const line of lines) if (line !== title) heading.readYear(line);
  for (const line of lines) if (line !== title) heading.readHead(line);
  for (const line of lines) if (line !== title) heading.readPlace(line);
  for (const line of lines) if (isTitleGoingOn(textOf(line))) heading.used.add(line);
  return heading;
}

function textOf({ line }: OutsideLine): string {
  return titleText(line.text);
}

/** Lines that are titles: those that name year and department before those that stand on a cover. */
function titlesFirst(
  lines: readonly OutsideLine[],
): readonly { readonly line: OutsideLine; readonly title: ReportTitle }[] {
  const titles = lines.flatMap((line) => {
    const title = readTitle(line.line.text);
    return title === null ? [] : [{ line, title }];
  });
  const says = ({ title }: (typeof titles)[number]): number =>
    (namesDepartment(title) ? 2 : 0) + (title.year === null ? 0 : 1);
  return titles.sort((one, other) => says(other) - says(one));
}

/** Where a label at the start of a line ends: before a colon, or before a space where it is one of ours. */
function labelEnd(text: string): number {
  const colon = text.search(/[:：]/);
  if (colon > 0) return colon;
  const space = text.search(/\s/);
  return space > 0 && labels.has(comparable(text.slice(0, space))) ? space : colon;
}

class OpenHeading implements HeadingRead {
  year: YearInText | null = null;
  municipality: string | null = null;
  department: string | null = null;
  headPost: string | null = null;
  headName: string | null = null;
  readonly used = new Set<OutsideLine>();

  /** `部名：市民生活部`, or a cell beside one that says 部名. */
  readLabelled(line: OutsideLine): void {
    const text = textOf(line);
    const colon = labelEnd(text);
    const part =
      labels.get(comparable(line.label)) ??
      (colon > 0 ? labels.get(comparable(text.slice(0, colon))) : undefined);
    if (part === undefined) return;
    const value =
      colon > 0 && labels.has(comparable(text.slice(0, colon))) ? text.slice(colon + 1).trim() : text;
    if (value === '' || value.length > 40) return;
    this.used.add(line);
    if (part !== 'headName') this[part] ??= value;
    else if (!this.#takeHead(value)) this.headName ??= value;
  }

  takeTitle(line: OutsideLine, { year, who }: ReportTitle): boolean {
    const said = this.#takeWho(who);
    if (year === null && !said) return false;
    this.year = year;
    this.used.add(line);
    return true;
  }

  readYear(line: OutsideLine): void {
    if (this.year !== null) {
      if (this.year.label === textOf(line).replace(/\s+/g, '')) this.used.add(line);
      return;
    }
    this.year = yearInText(textOf(line));
    if (this.year !== null && this.year.label === textOf(line).replace(/\s+/g, '')) this.used.add(line);
  }

  /** `市民生活部長 竹内 克則`, with the post that the title names or with any. */
  readHead(line: OutsideLine): void {
    if (this.headName !== null) return;
    const text = textOf(line).replace(/^(?:職[・･]?氏名|氏名|宣言者|作成者)[\s:：]*/, '');
    if (this.#takeHead(text)) this.used.add(line);
  }

  /** A line that is the city's name, or the department's, or both. */
  readPlace(line: OutsideLine): void {
    const text = textOf(line);
    const [first = '', second, third] = text.split(/\s+/);
    if (third !== undefined || text.length > 40) return;
    const city = /^[^\s]{1,12}(?:市|町|村|区|県|府|都)$/.test(first);
    const department = city ? second : first;
    if (city) this.municipality ??= first;
    if (department !== undefined && departmentEnding.test(department)) this.department ??= department;
    const said = [
      city ? this.municipality === first : true,
      department === undefined || this.department === department,
    ];
    if ((city || department !== undefined) && first !== '' && said.every(Boolean)) this.used.add(line);
  }

  #takeHead(text: string): boolean {
    const post = this.headPost;
    if (post !== null && text.startsWith(post)) {
      const name = text.slice(post.length).replace(/^[\s:：]+/, '');
      // 部長からのメッセージ is no name.
      if (
        name === '' ||
        name.length > 30 ||
        /^(?:から|へ|の|より|として|あいさつ|挨拶|ごあいさつ)/.test(name)
      )
        return false;
      this.headName = name;
      return true;
    }
    const found = new RegExp(`^(\\S{1,30}?${postEnding})[\\s:：]+(\\S.{0,29})$`).exec(text);
    if (found === null || /[。、]/.test(text)) return false;
    const [, title = '', name = ''] = found;
    this.headPost ??= title;
    this.headName = name;
    this.department ??= departmentOfPost(title);
    return true;
  }

  /** Who declares, as the title says: a post or a department, and perhaps the city before it. */
  #takeWho(who: string): boolean {
    const words = who.split(/\s+/).filter((word) => word !== '');
    const last = words.at(-1) ?? '';
    const city = words.slice(0, -1).find((word) => /(?:市|町|村|区|県|府|都)$/.test(word));
    if (city !== undefined) this.municipality ??= city;
    if (new RegExp(`${postEnding}$`).test(last)) {
      const before = words.at(-2) ?? '';
      // 市民生活部 部長: the post alone does not say whose.
      const apart = last.length <= 2 && departmentEnding.test(before);
      this.headPost ??= apart ? `${before} ${last}` : last;
      this.department ??= apart ? before : departmentOfPost(last);
      return true;
    }
    if (!departmentEnding.test(last)) return false;
    this.department ??= last;
    return true;
  }
}

/** A line that is only words of such titles: 達成状況報告 under the line with the year and the post. */
function isTitleGoingOn(text: string): boolean {
  return /^(?:目標宣言書?|達成状況|報告書?|[\s()（）【】〈〉<>「」の・及びと])+$/u.test(text.trim());
}

/** 市民生活部長 → 市民生活部; null where the post names no department. */
function departmentOfPost(post: string): string | null {
  const department = post.endsWith('長') ? post.slice(0, -1) : '';
  return department.length > 1 && departmentEnding.test(department) ? department : null;
}
