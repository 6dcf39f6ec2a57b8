import { entries } from '../word-list.ts';

const noKanaBefore = { notBehind: '[ぁ-ん]' };

/** Words that 常用漢字表 writes in kanji, wholly: no word is half kana without need (Ⅰ-1). */
export const kanjiWords = [
  ...entries('あり方 在り方', { notAhead: '[針法向面式策位]' }),
  ...entries(`
    進ちょく 進捗
    払しょく 払拭
    破たん 破綻
    明りょう 明瞭
    完ぺき 完璧
    隠ぺい 隠蔽
    名誉き損 名誉毀損
    親せき 親戚
    あい昧 曖昧
    ざん新 斬新
    りん理 倫理
    へい害 弊害
    ほ装 舗装
  `),
  // …こう配慮します
  ...entries('こう配 勾配', { notAhead: '[慮布置分付属管給送達線信下]' }),
  ...entries('は握 把握', { notAhead: '[らりるれろっ手力]' }),
  ...entries(
    `
    ねつ造 捏造
    ち密 緻密
    こん跡 痕跡
    わが国 我が国
    わが市 我が市
    わが町 我が町
    わが県 我が県
  `,
    noKanaBefore,
  ),
];

/** Kanji, or readings of them, that 常用漢字表 does not have. */
export const beyondJoyo = [
  ...entries(`
    繋 つな がぎぐげ
    繫 つな がぎぐげ
    賑わ にぎわ
    賑やか にぎやか
    揃 そろ えいうわっ
    綺麗 きれい
    斡旋 あっせん
    蔓延 まん延
    剪定 せん定
    漏洩 漏えい
    改竄 改ざん
    罹災 り災
    罹患 り患
    相応し ふさわし
    逼迫 ひっ迫
    脆弱 ぜい弱
    涵養 かん養
    牽引 けん引
    編纂 編さん
    嵩上げ かさ上げ
    暗渠 暗きょ
    埠頭 ふ頭
    浚渫 しゅんせつ
    躊躇 ちゅうちょ
    齟齬 そご
    杜撰 ずさん
    誹謗 ひぼう
    屎尿 し尿
    濾過 ろ過
    洗滌 洗浄
    障碍 障害
    癌 がん
    活き活き 生き生き
    拡が 広が らりるれっ
    拡げ 広げ
    訊 聞 かきくけい
    貰 もら わいうえおっ
    叶 かな わいうえっ
    溢れ あふれ
    辿 たど らりるれっ
    捗 はかど らりるれっ
    纏 まと まめ
    廻 回 らりるれっ
    撒 ま かきくけい
    掴 つか まみむめん
    嬉し うれし
    馴染 なじ まみむめん
    拠り所 よりどころ
    奨め 勧め
  `),
  ...entries('法面 のり面', { notBehind: '[方手立司療工技寸憲文]' }),
  // A plan's own name
  ...entries('橋梁 橋りょう', { notAhead: '長寿命化|\\p{Script=Han}*計画' }),
  ...entries('活か 生か さしすせ', { notBehind: '[生復]' }),
];
