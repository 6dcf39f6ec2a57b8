import type { ReportFailure, RequestFailure } from '../../shared/failure.ts';
import type { FailureSentence } from './failure-sentence.ts';

const kept = '保存済みの内容はそのまま残っています。';

/** Sentences for a change or a request that could not be carried out. */
export function reportFailureSentence(failure: ReportFailure | RequestFailure): FailureSentence {
  switch (failure.code) {
    case 'report-missing':
      return {
        happened: 'この報告は、今開いているファイルにありません。',
        safe: kept,
        next: '報告の一覧に戻り、開いているファイルを確かめてください。',
      };
    case 'no-report-yet':
      return {
        happened: 'このファイルには、まだ報告がありません。',
        safe: kept,
        next: '新しい報告を作るか、ファイルを取り込んでください。',
      };
    case 'stale-edit':
      return {
        happened: '同じところが、別の画面で先に変更されていました。',
        safe: '先に保存された内容も、あなたが入力した文も残っています。',
        next: '今の内容を確かめ、必要であれば入力し直してください。',
      };
    case 'nothing-to-undo':
      return {
        happened: '元に戻せる操作がありません。',
        safe: kept,
        next: 'そのまま続けてください。',
      };
    case 'nothing-to-redo':
      return {
        happened: 'やり直せる操作がありません。',
        safe: kept,
        next: 'そのまま続けてください。',
      };
    case 'request-unknown':
      return {
        happened: `画面とプログラムの版が合っていません（${failure.request}）。`,
        safe: kept,
        next: 'Sengen をいったん閉じて、起動し直してください。',
      };
    case 'request-invalid':
      return {
        happened: `送った内容を受け付けられませんでした（${failure.issues[0] ?? failure.request}）。`,
        safe: kept,
        next: '入力を見直して、もう一度お試しください。続くようであれば、情報担当にご相談ください。',
      };
    case 'cancelled':
      return {
        happened: '取りやめました。',
        safe: '何も変わっていません。',
        next: '必要なときに、もう一度行ってください。',
      };
    case 'unreachable':
      return {
        happened: 'Sengen の本体とつながりません。',
        safe: '入力した内容はこの画面に残っています。',
        next: 'つながりしだい、自動で保存します。つながらないときは Sengen を起動し直し、表示された画面を開いてください。',
      };
    case 'unexpected':
      return {
        happened: `予期しない問題が起きました（番号 ${failure.reference}）。`,
        safe: kept,
        next: 'もう一度お試しください。続くようであれば、この番号を添えて情報担当にお知らせください。',
      };
  }
}
