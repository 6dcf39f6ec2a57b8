import { once } from '../../shared/once.ts';
import type { CellCount } from '../state/workplace/cell-count.ts';

// Counted at every key: a formatter of its own would be made each time.
const digits = once(() => new Intl.NumberFormat('ja-JP'));
const number = (value: number): string => digits().format(value);

/** Words of the count of characters in a field; null while there is nothing to say. */
export function countWords({ state, characters, limit }: CellCount): string | null {
  switch (state) {
    case 'fits':
      return null;
    case 'near':
      return `${number(characters)}字（目安 ${number(limit)}字まで）`;
    case 'over':
      return `${number(characters)}字：目安の${number(limit)}字を ${number(characters - limit)}字超えています`;
  }
}

/** What is said when the count comes near its limit, goes over it, or comes back. */
export function countNews(field: string, count: CellCount): string {
  return `${field} ${countWords(count) ?? `目安の${number(count.limit)}字に収まっています`}`;
}
