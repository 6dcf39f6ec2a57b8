import { must } from '../../support/must.ts';
import type { PinnedLibrary } from '../pinned-library.ts';

const queries = [
  ...[
    '灯台',
    '朝市 出店者',
    '40店',
    '２５店',
    '荒天',
    '8,400',
    '約450基',
    '令和9年3月31日',
    '録音',
    '記録',
  ],
  ...['LED', '吉田浜', '水産課', '看板', '会', '小冊子 300', '要らない', '町', '試す'],
];

/** What every query finds, a line each. */
export async function found({ application }: PinnedLibrary): Promise<Record<string, string[]>> {
  const all: Record<string, string[]> = {};
  for (const query of queries) {
    for (const variants of query === '吉田浜' ? [false, true] : [false]) {
      const { hits } = must(await application.call('search.find', { query, variants }));
      all[variants ? `${query}（異体字も）` : query] = hits.map(
        ({ yearLabel, row, title, field, excerpt, marks }) =>
          `${yearLabel} ${row} ${title} ${field} ${marked(excerpt, marks)}`,
      );
    }
  }
  return all;
}

function marked(text: string, marks: readonly (readonly [number, number])[]): string {
  return marks.reduceRight(
    (said, [start, end]) => `${said.slice(0, start)}[${said.slice(start, end)}]${said.slice(end)}`,
    text,
  );
}
