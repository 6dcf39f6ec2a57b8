/** Said where a report goes out about which sides still differ. */
export function openConflictsSentence(conflicts: number): string {
  return `提出された内容との食い違いが${conflicts}か所残ったまま書き出しました。書き出した内容は、取り込む前からの文です。`;
}
