import type { DamagedPlace, Mended } from '../contract/mending-requests.ts';
import { nameOfField } from './field-names.ts';

const parts: { readonly [part in DamagedPlace['part']]: string } = {
  heading: '標題',
  row: '取組',
  history: '履歴',
  comment: 'コメント',
  phrase: '定型文',
  link: '前年度とのつながり',
  markup: '持ち帰った Word ファイルの直し',
  signed: '決裁の記録',
  other: 'ファイルの控え書き',
};

/** 「令和8年度 教育文化部 No.3 取組内容」 */
export function damagedPlaceName({ part, report, row, field }: DamagedPlace): string {
  const name = field === null ? null : nameOfField(field);
  const what = part === 'row' || part === 'heading' ? (name ?? parts[part]) : parts[part];
  return [report, row === null ? null : `No.${row}`, what].filter((word) => word !== null).join(' ');
}

/** For whoever looks a library through. `isKnown`: what was stored is known, and given back when nothing else is to do. */
export function damagedRecordDetail(place: DamagedPlace, isKnown: boolean): string {
  const hope = isKnown ? 'もとの内容がわかるので、画面で開くと自動で戻ります' : 'もとの内容はわかりません';
  return `${damagedPlaceName(place)}：${hope}`;
}

/** Places that are named one by one. */
const named = 3;

/** What happened, what is safe, and what to do; one paragraph. */
export function mendedSentence({ copy, given, left }: Mended): string {
  const more = (all: readonly unknown[]): string =>
    all.length > named ? `、ほか ${all.length - named}件` : '';
  const back =
    given.length === 0
      ? ''
      : `保存したときと違う文字が ${given.length}か所見つかり、保存したときの文に戻しました（` +
        given
          .slice(0, named)
          .map(({ place, was, is }) => `${damagedPlaceName(place)}：「${was}」→「${is}」`)
          .join('、') +
        `${more(given)}）。ディスクの傷みなどによるものです。`;
  const lost =
    left.length === 0
      ? ''
      : `保存したときと違うところが ${left.length}か所あり、もとの内容がわからないため、そのままにしてあります（` +
        left.slice(0, named).map(damagedPlaceName).join('、') +
        `${more(left)}）。内容を確かめ、違っていれば書き直すか、「バックアップ」から復元してください。`;
  const kept =
    copy === null ? '' : `見つかったときのファイルは「${copy}」として同じフォルダーに残してあります。`;
  return back + lost + kept;
}
