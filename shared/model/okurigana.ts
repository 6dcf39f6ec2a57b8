import type { Mark } from './search-text.ts';

/**
 * Whether a place in a text is a piece of a verb or an adjective, whose ending goes on behind it: 取り組み in
 * 取り組みます, 取組 in 取組む. Another word in its place would leave that ending hanging.
 *
 * Where both end alike (取り組み → 取組み), the ending fits the new word too. Of a noun with する it is none.
 */
export function leavesEnding(text: string, [start, end]: Mark, replacement: string): boolean {
  const [last, lastOfNew] = [text.slice(start, end).at(-1), replacement.at(-1)];
  if (last === undefined || last === lastOfNew) return false;
  const behind = text.slice(end);
  if (isKana(last))
    return endingAfterKana.test(behind) || (behind.startsWith('、') && isObject(text, start));
  return isKanji(last) && endingAfterKanji.test(behind);
}

/** What goes on a verb that stands in the form of a noun: 取り組み|ます, 見直し|た, 取りまとめ|る, 働き|続ける. */
const endingAfterKana = new RegExp(
  `^(?:${[
    'ま(?:す|し[たてょ]|せ[んぬ])',
    'た(?!め|び|ち|だ)',
    'て(?!い?ん)',
    'つつ',
    'ながら',
    'な(?:い|かっ|く|けれ|さ[いる])',
    'やす[いくかさ]',
    'にく[いくかさ]',
    'づら[いくかさ]',
    'がた[いくか]',
    'そう[だでな]',
    'すぎ|過ぎ',
    'る',
    'れ[ばる]',
    'られ',
    'よう(?=[とで。])',
    'ず(?!つ)',
    '(?:始|はじ|続|つづ)[めけ]',
    '(?:切|き)[りれっ]',
    '合[いうえっ]',
    '直[しすさせ]',
    '得[るな]',
    'かね[るな]',
  ].join('|')})`,
  'u',
);

/** What makes a verb or an adjective of a kanji: 取組|む, 取組|んで, 取組|まない, 取組|もう, 取組|み, 受付|けます. */
const endingAfterKanji = new RegExp(
  `^(?:${[
    // 取組む。 手続く。 売上げる
    '[むぶぬる]',
    '[ぐくう](?!ら|だ|ち|え|い|け)',
    'つ(?=[。、」）)]|こと|もの|よう|と|ため|$)',
    // 取組んで、 取扱って
    'ん[でだ]',
    'っ[てた]',
    'い[でだ](?!す|し)|いた(?!だ|し)',
    // 取組まない、 取扱われる、 取組もう
    '[まらわかたば](?:な[いかくけ]|れ|せ[るてた])',
    'も(?:う)',
    '[ろおごぼ]う',
    // 取組みます、 受付けました、 取組みたい、 届出た
    '[きぎちびみりえけげせねべめれ](?:ま(?:す|し[たてょ]|せん)|た(?!だ|し)|[てる]|れば|ば)',
    'い(?:ま(?:す|し[たてょ]|せん)|て)',
    // 取組みを: the noun, with the ending that it is also written with
    '[いきぎちびみりけげべめれ](?=[のをにはがとでもへや、。」）)・]|から|まで|など|$)',
  ].join('|')})`,
  'u',
);

/** …に取り組み、…: the sentence goes on with a verb; 調査の取り組み、…: with a noun. */
function isObject(text: string, start: number): boolean {
  return /[にを]$/u.test(text.slice(0, start));
}

function isKana(character: string): boolean {
  return /[いきぎしじちにびみりえけげせぜてでねべめれ]/u.test(character);
}

function isKanji(character: string): boolean {
  return /[\p{Script=Han}々]/u.test(character);
}
