/** Says that nothing was put into a field, since it has no room for it, and what to do instead. */
export function noRoomWords(of: 'total' | 'line' | 'lines', would: number, most: number): string {
  const [there, limit] = [would, most].map((count) => count.toLocaleString('ja-JP'));
  switch (of) {
    case 'total':
      return `長すぎるため、入力しませんでした。この欄に書けるのは ${limit}字までです（入力すると ${there}字）。短くするか、いくつかに分けて入力してください。元の文はそのままです。`;
    case 'line':
      return `長すぎるため、入力しませんでした。1行に書けるのは ${limit}字までです（入力すると ${there}字の行ができます）。文の終わりで改行してから、もう一度入力してください。元の文はそのままです。`;
    case 'lines':
      return `行が多すぎるため、入力しませんでした。1つの欄に書けるのは ${limit}行までです（入力すると ${there}行）。いくつかに分けて入力してください。元の文はそのままです。`;
  }
}
