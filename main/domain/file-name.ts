import type { Form } from '../../shared/model/form.ts';
import type { ReportHeading } from '../../shared/model/report.ts';

/**
 * Longest name without its ending, in UTF-16 code units: leaves room for a folder within Windows' 259, and is at
 * most 240 of the 255 bytes that other systems take.
 */
const longestStem = 80;

/** Names that Windows keeps for devices, whatever the ending (learn.microsoft.com, Naming a File). */
const reserved = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

const forbidden: Readonly<Record<string, string>> = {
  '<': '＜',
  '>': '＞',
  ':': '：',
  '"': '”',
  '/': '／',
  '\\': '￥',
  '|': '｜',
  '?': '？',
  '*': '＊',
};

/** A file name without folder or ending that Windows accepts, as close to `wish` as can be. */
export function safeFileStem(wish: string): string {
  const mapped = wish
    .toWellFormed()
    .normalize('NFC')
    // eslint-disable-next-line no-control-regex -- control characters are just what must not stand here
    .replace(/[<>:"/\\|?*\u0000-\u001F\u007F]/g, (character) => forbidden[character] ?? '')
    .replace(/^~\$/, '')
    .trim();
  const ended = cutTo(mapped, longestStem).replace(/[. ]+$/, '');
  if (ended === '') return '無題';
  return reserved.test(ended) ? `_${ended}` : ended;
}

/** The name of a section's rows going out or coming back, which sorts by section and time. `at`: ISO 8601. */
export function handInFileName(
  kind: 'given-out' | 'handed-in',
  {
    report,
    section,
    at,
  }: { readonly report: ReportHeading; readonly section: string; readonly at: string },
  ending: 'sengen-part' | 'docx' = 'sengen-part',
  /** Tells it from another of the same second; '' where a person names it. */
  mark = '',
): string {
  const time = at.replaceAll(/\D/g, '').slice(0, 14);
  const names = [
    kind === 'given-out' ? '配布' : '提出',
    report.yearLabel,
    section.slice(0, 30),
    time,
    ...(mark === '' ? [] : [mark]),
  ];
  return `${safeFileStem(names.join('_'))}.${ending}`;
}

/**
 * The usual name of an exported file: sorts first among attachments and carries the revision.
 * 01_平成28年度_市民生活部長の目標宣言_達成状況報告_第3版.docx. `kind` names a file that is about the report:
 * 見え消し, 新旧対照表.
 */
export function exportFileName(
  heading: ReportHeading,
  revision: number,
  form: Pick<Form, 'name' | 'label'>,
  ending: string,
  kind: string | null = null,
): string {
  const plain = (text: string): string => text.normalize('NFC').replaceAll(/\s+/g, '');
  const nameOf = (year: string, post: string): string =>
    [
      '01',
      year,
      `${post}の目標宣言`,
      ...(form.name === 'report' ? [form.label] : []),
      ...(kind === null ? [] : [kind]),
      `第${revision}版`,
    ]
      .map(plain)
      .join('_');
  // What sorts, what it is and which 版 stay whole: a long name of the head's post goes first, then the year's.
  const room = longestStem - nameOf('', '').length;
  const year = cutTo(
    plain(heading.yearLabel),
    Math.max(room - plain(heading.headPost).length, longestYear),
  );
  const post = cutTo(plain(heading.headPost), room - year.length);
  return `${safeFileStem(nameOf(year, post))}.${ending}`;
}

/** Longest name of a year that stays whole beside a long name of a post: 平成31年度（令和元年度） has 14. */
const longestYear = 20;

/** The beginning of a text, in so many UTF-16 code units at most, without half a character. */
function cutTo(text: string, longest: number): string {
  let cut = '';
  for (const character of text) {
    if (cut.length + character.length > longest) break;
    cut += character;
  }
  return cut;
}
