import type { LibraryFailure } from '../../shared/failure.ts';
import type { FailureSentence } from './failure-sentence.ts';
import { fileNameOf } from './file-name-of.ts';

/** Sentences for a `.sengen` file that can't be used. */
export function libraryFailureSentence(failure: LibraryFailure): FailureSentence {
  if (failure.code === 'library-not-open') {
    return {
      happened: 'ファイルが開かれていません。',
      safe: '保存済みの内容に変わりはありません。',
      next: 'ファイルを開くか、新しいファイルを作ってください。',
    };
  }
  const name = `「${fileNameOf(failure.path)}」`;
  const untouched = 'このファイルには手を加えていません。';
  switch (failure.code) {
    case 'library-missing':
      return {
        happened: `${name}が見つかりません。`,
        safe: 'ほかのファイルには何も起きていません。',
        next: '移動したり名前を変えたりしていないかを確かめて、開き直してください。共有フォルダーの場合は、つながっているかも確かめてください。',
      };
    case 'library-exists':
      return {
        happened: `${name}は、すでにあります。`,
        safe: '元のファイルはそのまま残っています。',
        next: '別の名前を付けて作るか、「別のファイルを開く」からそのファイルを開いてください。',
      };
    case 'library-is-a-folder':
      return {
        happened: `${name}はフォルダーのため、開けません。`,
        safe: 'フォルダーの中身には手を加えていません。',
        next: 'フォルダーの中にある、名前が .sengen で終わるファイルを選んでください。',
      };
    case 'library-not-a-database':
      return {
        happened: `${name}は、Sengen のファイルではありません。`,
        safe: untouched,
        next: '名前が .sengen で終わるファイルを選んでください。Sengen で作ったファイルのはずであれば、控えから戻してください。',
      };
    case 'library-of-another-program':
      return {
        happened: `${name}は、ほかのソフトが作ったデータベースです。`,
        safe: untouched,
        next: 'Sengen で作った .sengen ファイルを選んでください。',
      };
    case 'library-from-the-future':
      return {
        happened: `${name}は、より新しい版の Sengen で作られています（ファイルの形式 ${failure.version}、この版で扱えるのは ${failure.supported} まで）。`,
        safe: untouched,
        next: 'このパソコンの Sengen を新しい版にしてから開いてください。',
      };
    case 'library-damaged':
      return {
        happened: `${name}は壊れていて、正しく読み取れません。`,
        safe: '壊れたファイルには手を加えず、そのまま残しています。',
        next: 'ファイルの写しを取ってから、控えのファイルを開いてください。控えがないときは、情報担当にご相談ください。',
      };
    case 'library-read-only':
      return {
        happened: `${name}は読み取り専用のため、書き込めません。`,
        safe: '保存済みの内容はそのまま残っています。',
        next: 'ファイルのプロパティで「読み取り専用」を外すか、書き込めるフォルダーに写してから開いてください。',
      };
    case 'library-in-use':
      return {
        happened: `${name}は、ほかの Sengen で開かれています。`,
        safe: '保存済みの内容はそのまま残っています。',
        next: 'もう一方の Sengen を閉じてから、もう一度お試しください。',
      };
    case 'library-unreadable':
      return {
        happened: `${name}を読み取れません（${failure.cause}）。`,
        safe: untouched,
        next: 'ファイルを開く権限があるか、USB メモリーや共有フォルダーがつながっているかを確かめて、もう一度お試しください。',
      };
  }
}
