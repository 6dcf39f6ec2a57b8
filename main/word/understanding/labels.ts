import type { RowField } from '../../../shared/model/fields/built-in-fields.ts';
import { bracketAtStart } from '../../../shared/reading/brackets.ts';
import { withoutBullet } from '../../../shared/reading/bullet.ts';
import { comparable } from './field-names.ts';

/** A label that opens a part of a cell, and what follows it on its line. */
export interface Label {
  readonly field: RowField;
  readonly rest: string;
}

const fields: ReadonlyMap<string, RowField> = new Map(
  (
    [
      ['plan', ['取組内容', '内容']],
      ['targets', ['目標値', '達成目標', '達成目標値', '数値目標', '目標']],
      ['results', ['取組結果', '取組の結果', '取組実績', '結果']],
      [
        'direction',
        [
          '今後の取組の方向性',
          '今後の取組方向性',
          '今後の取組の方向',
          '今後の取組方針',
          '今後の取組予定',
          '今後の取組',
          '今後の方向性',
          '今後の方針',
          '今後の対応',
          '今後の展開',
          '今後の予定',
          '次年度の取組',
          '次年度の方向性',
          '方向性',
        ],
      ],
      ['outcomes', ['実績値', '目標達成状況', '達成状況', '実績']],
    ] as const
  ).flatMap(([field, names]) => names.map((name) => [comparable(name), field])),
);

/** A label is short: no need to look for one in all of a long line. */
const longest = 60;

/**
 * The label that `line` opens with: `[目標値]`, `［目標値］`, `【目標値】`, `■今後の取組の方向性`,
 * `目標値：…`. Null for any other line.
 */
export function labelOf(line: string): Label | null {
  const text = withoutBullet(line).text.trim();
  const start = text.slice(0, longest);
  const bracketed = bracketAtStart(start);
  if (bracketed !== null) {
    const field = /^[「『｢]/.test(start) ? undefined : fields.get(comparable(bracketed.inside));
    if (field === undefined) return null;
    return {
      field,
      rest: text
        .slice(bracketed.inside.length + 2)
        .replace(/^\s*[:：]/, '')
        .trim(),
    };
  }
  const colon = start.search(/[:：]/);
  const name = comparable(colon > 0 ? start.slice(0, colon) : start);
  // Without brackets 実績 or 結果 may be the first word of what is said.
  const field = name.length < 3 || (colon < 0 && text.length > longest) ? undefined : fields.get(name);
  return field === undefined ? null : { field, rest: colon > 0 ? text.slice(colon + 1).trim() : '' };
}
