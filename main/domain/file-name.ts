import { builtInForm, type FormName } from '../../shared/model/form.ts';
import type { ReportHeading } from '../../shared/model/report.ts';

/** Longest name without its ending, in UTF-16 code units: leaves room for a folder within 260. */
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
  let cut = '';
  for (const character of mapped) {
    if (cut.length + character.length > longestStem) break;
    cut += character;
  }
  const ended = cut.replace(/[. ]+$/, '');
  if (ended === '') return '無題';
  return reserved.test(ended) ? `_${ended}` : ended;
}

/**
 * The usual name of an exported file: sorts first among attachments and carries the revision.
 * 01_平成28年度_市民生活部長の目標宣言_達成状況報告_第3版.docx. `kind` names a file that is about the report:
 * 見え消し, 新旧対照表.
 */
export function exportFileName(
  heading: ReportHeading,
  revision: number,
  form: FormName,
  ending: string,
  kind: string | null = null,
): string {
  const parts = [
    '01',
    heading.yearLabel,
    `${heading.headPost}の目標宣言`,
    ...(form === 'report' ? [builtInForm(form).label] : []),
    ...(kind === null ? [] : [kind]),
    `第${revision}版`,
  ];
  return `${safeFileStem(parts.join('_').replaceAll(/\s+/g, ''))}.${ending}`;
}
