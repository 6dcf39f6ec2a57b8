import { entries } from '../word-list.ts';

const afterTe = '(?:し|め|え|続け|させ|図っ|なっ)て|取り組んで|進んで';

const teForm = 'て|[んい]で';

/** Auxiliary verbs in kana (公用文における漢字使用等について 1(2)キ): 〜ていただく, 〜てください, 〜ていく, できる, いたします. */
export const auxiliaries = [
  // 会議で頂いた意見, 改めて頂いた意見: another verb
  ...entries('頂 いただ いきくけ', {
    behind: `${teForm}|(?:御|ご)\\p{Script=Han}{2}`,
    notBehind: 'にて|改めて|初めて|重ねて|併せて',
  }),
  ...entries('下さ くださ いっ', { behind: `${teForm}|[ごお御][\\p{Script=Han}ぁ-ん]{1,4}` }),
  // 行う is another verb: 行い、行って are left alone
  ...entries('行 い くきけこか', { behind: afterTe }),
  ...entries('来 き てたま', { behind: afterTe }),
  ...entries('来る くる', { behind: afterTe }),
  ...entries('居り おり', { behind: teForm }),
  ...entries('居 い るまたな', { behind: teForm }),
  ...entries('置 お くきけい', { behind: 'して', notAhead: '場' }),
  ...entries('参 まい りる', { behind: afterTe }),
  ...entries('欲し ほし いく', { behind: 'て' }),
  ...entries('良い よい', { behind: 'ても' }),
  ...entries('かも知れ かもしれ'),
  ...entries('に過ぎ にすぎ', { ahead: 'な|ません|ず' }),
  ...entries('出来 でき るたてなずれま', { notBehind: '[不上]' }),
  ...entries('致 いた しすさ', { notBehind: '[一合誘招拉送引極筆風雅]' }),
  ...entries('易 やす いくか', { behind: '[しりきみけれえめちびせ]' }),
  ...entries('辛 づら いく', { behind: '[しりきみけれえめ]' }),
];
