import type { CheckedLibrary, LibraryProblem } from '../contract/check-requests.ts';

const kinds: { readonly [kind in LibraryProblem['kind']]: string } = {
  table: 'ファイルの一部が読み取れません',
  together: 'ファイルの中身どうしが食い違っています',
  report: '報告が読み取れません',
  record: '保存したときと違うところがあります',
  'signed-file': '保管している決裁済みの Word ファイルが、決裁のときのものではありません',
};

/** What is wrong, without the detail for whoever looks into it. */
export function problemSentence({ kind, report }: LibraryProblem): string {
  return (report === null ? '' : `${report}：`) + kinds[kind];
}

/** Whether a library is sound, in a sentence. */
export function sound({ problems }: CheckedLibrary): string {
  return problems.length === 0
    ? '問題は見つかりませんでした。'
    : `問題が ${problems.length}件見つかりました。`;
}
