import { entries } from '../word-list.ts';

/** Nouns without a meaning of their own, written in kana (公用文における漢字使用等について 1(2)キ), where what is around leaves no doubt. */
export const formalNouns = [
  ...entries('事 こと', {
    behind: '[るたうくすつむぶぐ]|ない|たい|との',
    ahead: '[がをはにもでとのな、。]|から|より|など|だ|$',
  }),
  ...entries('為 ため', { behind: '[のるたいう]', ahead: '[にのもと、。で]|だ|$' }),
  ...entries('通り とおり', {
    behind: '(?:次|以下|上記|下記|前述|前記|後述|記載|予定|計画|従来|従前|そ|別記|別紙|別表)の',
    ahead: '[、。でと]|に(?![面沿])|$',
  }),
  ...entries('通り とおり', { behind: '[るた]', ahead: '[、。]|で[すあ]' }),
  ...entries(
    `
    計画通り 計画どおり
    予定通り 予定どおり
    目標通り 目標どおり
    想定通り 想定どおり
    従来通り 従来どおり
    従前通り 従前どおり
    期待通り 期待どおり
    通常通り 通常どおり
    例年通り 例年どおり
    見込み通り 見込みどおり
    希望通り 希望どおり
  `,
  ),
  ...entries('様 よう', { behind: '[のるたなうい]', ahead: 'な|に|で[すあし]' }),
  ...entries('訳 わけ', { behind: '[るたなう]|ない', ahead: 'で[はすあも]|に[はも]|だ' }),
  ...entries('毎 ごと', {
    behind: '[\\p{Script=Han}\\p{Script=Katakana}ー0-9０-９]',
    ahead: '[にので、]|$',
  }),
  ...entries('所 ところ', { behind: 'た', ahead: '、' }),
  ...entries('所 ところ', { behind: '(?:現在|今)の', ahead: '[、はも]|支障|変|$' }),
  ...entries('他 ほか', { behind: '[るた]|[^そ]の', ahead: '、' }),
];
