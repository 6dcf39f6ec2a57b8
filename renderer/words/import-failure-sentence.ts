import type { ContentIssue, ImportFailure } from '../../shared/failure.ts';
import type { FailureSentence } from './failure-sentence.ts';
import { fileNameOf } from './file-name-of.ts';

const nothingStored = '何も取り込んでいません。今ある報告はそのままです。';

/** Sentences for a file from outside that could not be taken in. */
export function importFailureSentence(failure: ImportFailure): FailureSentence {
  const name = `「${fileNameOf(failure.path)}」`;
  const { happened, next } = words(failure, name);
  return { happened, safe: nothingStored, next };
}

function words(failure: ImportFailure, name: string): Omit<FailureSentence, 'safe'> {
  switch (failure.code) {
    case 'file-missing':
      return {
        happened: `${name}が見つかりません。`,
        next: '移動したり名前を変えたりしていないかを確かめて、選び直してください。',
      };
    case 'file-is-a-folder':
      return {
        happened: `${name}はフォルダーのため、取り込めません。`,
        next: 'フォルダーの中のファイルを選んでください。',
      };
    case 'file-unreadable':
      return {
        happened: `${name}を読み取れません（${failure.cause}）。`,
        next: 'ほかのソフトで開いていれば閉じ、ファイルを開く権限があるかを確かめて、もう一度お試しください。',
      };
    case 'file-too-large':
      return {
        happened: `${name}は大きすぎます（${megabytes(failure.bytes)} MB）。取り込めるのは ${megabytes(failure.limit)} MB までです。`,
        next: '報告のファイルかどうかを確かめてください。いくつもの報告をまとめたファイルであれば、一つずつに分けてください。',
      };
    case 'file-kind-unknown':
      return {
        happened: `${name}は、取り込めない種類のファイルです。`,
        next: `取り込めるのは、名前が ${failure.accepted.map((ending) => `.${ending}`).join('、')} で終わるファイルです。`,
      };
    case 'file-not-utf8':
      return {
        happened: `${name}の文字コードが UTF-8 ではありません。`,
        next: '元のソフトで、文字コードに「UTF-8」を選んで保存し直してください。',
      };
    case 'json-broken':
      return {
        happened: `${name}の ${failure.line} 行目 ${failure.column} 文字目で、JSON の書き方が崩れています。`,
        next: 'その場所の括弧や引用符、コンマ（,）を直すか、書き出した側でもう一度作り直してください。',
      };
    case 'json-too-deep':
      return {
        happened: `${name}は入れ子が深すぎます（${failure.limit} 段まで）。`,
        next: '報告のファイルかどうかを確かめてください。',
      };
    case 'format-unknown':
      return {
        happened: `${name}は、報告のファイルではありません（形式「${failure.format}」）。`,
        next: 'format が「sengen-report/1」のファイルを選んでください。',
      };
    case 'format-from-the-future':
      return {
        happened: `${name}は、より新しい版の Sengen で書き出されています（形式「${failure.format}」）。`,
        next: 'このパソコンの Sengen を新しい版にしてから取り込んでください。',
      };
    case 'content-invalid':
      return {
        happened: `${name}に、決められた形と違うところがあります。${listed(failure.issues.map(issueWords), failure.more)}`,
        next: '示した場所を直してから、もう一度取り込んでください。',
      };
    case 'control-characters':
      return {
        happened: `${name}に、文書に使えない制御文字があります。${listed(
          failure.places.map(({ path, character }) => `${path}（${character}）`),
          failure.more,
        )}`,
        next: '示した場所の文字を消してから、もう一度取り込んでください。',
      };
  }
}

/** How many places a sentence names before it only counts them. */
const shown = 5;

function listed(places: readonly string[], more: number): string {
  const left = Math.max(0, places.length - shown) + more;
  return `${places.slice(0, shown).join('、')}${left > 0 ? `、ほか ${left} か所` : ''}。`;
}

function issueWords({ path, expected, found }: ContentIssue): string {
  return `${path === '' ? '全体' : path}（${expected} のはずが ${found}）`;
}

function megabytes(bytes: number): string {
  return (bytes / 1024 / 1024).toLocaleString('ja-JP', { maximumFractionDigits: 1 });
}
