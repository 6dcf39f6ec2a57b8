import { expect } from 'vitest';
import { readPackageParts } from '../../main/word/reading/read-package.ts';
import type { UnderstoodReport } from '../../main/word/understanding/understood-report.ts';
import { must } from '../support/must.ts';

/** What is punctuation of a layout and may go: spaces, bullets, brackets, colons, numbers before items. */
const layoutSigns = /[\s・●○■◆\-()[\]【】〔〕:、。.]/g;

/** Headings and labels, which the form prints again. */
const furniture = new Set(
  [
    ...[
      'NO',
      'No',
      '番号',
      '取組名',
      '担当課名',
      '取組名担当課名',
      '担当課',
      '所管課',
      '事業名',
      '目標',
      '結果',
      '備考',
    ],
    ...[
      '取組内容',
      '達成目標',
      '目標値',
      '取組結果',
      '今後の取組の方向性',
      '今後の方向性',
      '目標達成状況',
      '達成状況',
    ],
    ...['取組結果今後の取組の方向性', '実績値', '項目番号', '重点施策', '担当所属', '具体的な実施内容'],
    ...['数値目標(目標値)', '取組の実績', '来年度に向けた取組', '目標に対する実績', '目標達成', '状況'],
    ...['担当課名', '達成', '目標', '取組', '結果', '今後の取組の', '方向性'],
    ...['①', '②', '③', '④', '⑤'].flatMap((sign) =>
      ['取組名(担当課名)', '取組内容', '達成目標', '取組結果・今後の取組の方向性', '目標達成状況'].map(
        (name) => sign + name,
      ),
    ),
  ].map(comparable),
);

/**
 * Fails when a character of the file's tables is in neither the draft nor what is unplaced.
 *
 * Independent of the reader: text is taken from the XML with patterns, and characters are counted.
 */
export async function expectNothingLost(
  bytes: Uint8Array,
  { draft, unplaced, cells }: UnderstoodReport,
  changes: 'accepted' | 'original' = 'accepted',
): Promise<void> {
  const xml = new TextDecoder().decode(must(await readPackageParts(bytes)).get('word/document.xml'));
  const written = tableLines(xml, changes).filter((line) => !furniture.has(line));
  const numbers = cells.filter(({ field }) => field === 'number').map(({ says }) => says);
  expect(missing(written.join(''), comparable(JSON.stringify([draft, unplaced, numbers])))).toEqual({});
}

/** The lines of all tables and what stands behind them. */
export function tableLines(xml: string, changes: 'accepted' | 'original'): string[] {
  const single = xml.replace(/<mc:Fallback>.*?<\/mc:Fallback>/gs, '');
  const kept =
    changes === 'accepted'
      ? single.replace(/<([^\s:>]+):del [^/>]*>.*?<\/\1:del>/gs, '')
      : single.replace(/<([^\s:>]+):ins [^/>]*>.*?<\/\1:ins>/gs, '');
  return kept
    .slice(kept.indexOf(':tbl>'))
    .split(/<\/[^\s:>]+:p>|<[^\s:>]+:br\/>/)
    .map((paragraph) =>
      [...paragraph.matchAll(/<[^\s:>]+:(?:t|delText)(?: [^>]*)?>([^<]*)</g)]
        .map(([, text = '']) => text)
        .join(''),
    )
    .map((text) => text.replace(/^\s*(?:[①-⑳]|\(\d+\)|\d\.)/, ''))
    .map((text) =>
      comparable(text.replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&amp;', '&')),
    );
}

function comparable(text: string): string {
  return text.normalize('NFKC').replace(layoutSigns, '');
}

/** Characters of which `written` has more than `kept`, and how many. */
function missing(written: string, kept: string): Record<string, number> {
  const count = (text: string): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
    return counts;
  };
  const have = count(kept);
  return Object.fromEntries(
    [...count(written)]
      .map(([character, times]) => [character, times - (have.get(character) ?? 0)] as const)
      .filter(([, times]) => times > 0),
  );
}
