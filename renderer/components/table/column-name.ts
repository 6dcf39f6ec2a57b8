/** What stands in two lines above a column, in one: 取組結果・今後の取組の方向性, 取組名(担当課名). */
export function columnName([first = '', ...others]: readonly string[]): string {
  return others.reduce((name, line) => (line.startsWith('(') ? name + line : `${name}・${line}`), first);
}
