import type { StepCause } from '../../shared/model/step-cause.ts';
import { stampWords } from '../../shared/words/stamp-words.ts';

/** Characters of a text that a name quotes. */
const quoted = 20;

/** What brought a step about: 「表の貼り付け（3行）」. `what` names the one field that it touched. */
export function causeWords(cause: StepCause, what: string | null): string {
  const field = what === null ? '' : `${what}を`;
  switch (cause.kind) {
    case 'paste-rows':
      return `表の貼り付け（${cause.rows}行）`;
    case 'replace':
      return cause.to === ''
        ? `${quote(cause.from)}を置き換えで削除（${cause.places}か所）`
        : `${quote(cause.from)}を${quote(cause.to)}に置き換え（${cause.places}か所）`;
    case 'put-right':
      return `${field}指摘のとおり修正（${cause.rule}、${cause.places}か所）`;
    case 'copy-earlier':
      return `${field}${cause.yearLabel}の報告から転記`;
    case 'accept-markups':
      return `${cause.author === null ? '' : `${short(cause.author)}の`}直しを反映（${cause.changes}件）`;
    case 'settle-markup':
      return `${field}朱書きを受けて書き直し`;
    case 'import-file':
      return `${quote(cause.fileName)}の取り込み`;
    case 'take-in-part':
      return `${quote(cause.section)}の提出の取り込み`;
    case 'settle-conflict':
      return '食い違いの解消';
    case 'restore':
      return `${field}履歴から復元`;
    case 'restore-backup':
      return `${field}${stampWords(cause.stamp)}の控えから復元`;
    case 'give-back':
      return `${field}保存したときの文に復元（ファイルの傷み）`;
    case 'duplicate-row':
      return '取組を複製';
    case 'put-rows-back':
      return `削除した取組の復元（${cause.rows}件）`;
    case 'not-rescued':
      return '壊れたファイルから取り出せなかった変更';
  }
}

function quote(text: string): string {
  return `「${short(text)}」`;
}

function short(text: string): string {
  const characters = [...text];
  return characters.length > quoted ? `${characters.slice(0, quoted - 1).join('')}…` : text;
}
