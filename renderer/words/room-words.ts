import type { NoRoom } from '../writing/room.ts';

/** Says that nothing was put into a field, since it has no room for it, and what to do instead. */
export function noRoomWords({ of, would, most }: NoRoom): string {
  const [there, limit] = [would, most].map((count) => count.toLocaleString('ja-JP'));
  switch (of) {
    case 'total':
      return `入れていません。この欄に書けるのは ${limit}字までで、入れると ${there}字になります。短くするか、分けて入れてください。元の文はそのままです。`;
    case 'line':
      return `入れていません。1行に書けるのは ${limit}字までで、入れると ${there}字の行ができます。文の終わりで改行してから、もう一度入れてください。元の文はそのままです。`;
    case 'lines':
      return `入れていません。1つの欄に書けるのは ${limit}行までで、入れると ${there}行になります。分けて入れてください。元の文はそのままです。`;
  }
}
