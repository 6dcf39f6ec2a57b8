import { replace, tableOf } from './look-alikes.ts';

/**
 * Kanji that names are written with in several forms, the usual one first: 高橋 and 髙橋, 崎 and 﨑.
 *
 * Forms that came with a family's register, and those from before 1946 that people and places keep. Whether they
 * are one is a person's choice: to the name's bearer they are not.
 */
const variants = tableOf([
  // 人名・地名でよく見る字
  ...(
    '高髙 崎﨑嵜 斉斎齋齊 辺邊邉 島嶋嶌 沢澤 浜濱濵 桜櫻 広廣 国國 竜龍 滝瀧 瀬瀨 富冨 徳德 恵惠 真眞 円圓 栄榮 寿壽 実實 ' +
    '橋槗 吉𠮷 土圡 峰峯 園薗 曽曾 淵渕渊 柳栁 桑桒 館舘 昇曻 祢禰 篠筱 勲勳 巌巖 籠篭 薮藪 桧檜 槙槇 梅楳 鴎鷗 彦彥 黒黑 増增'
  ).split(' '),
  // 旧字体
  ...(
    '会會 学學 礼禮 静靜 弥彌 条條 将將 応應 豊豐 亀龜 関關 児兒 万萬 与與 予豫 伝傳 体體 来來 為爲 画畫 労勞 単單 収收 区區 参參 変變 ' +
    '声聲 売賣 写寫 宝寶 届屆 属屬 岳嶽 帯帶 庁廳 当當 従從 恒恆 戦戰 挙擧 断斷 旧舊 昼晝 暁曉 検檢 楽樂 様樣 歳歲 残殘 浅淺 渓溪 湾灣 ' +
    '満滿 灯燈 点點 状狀 県縣 研硏 稲稻 穂穗 糸絲 経經 緑綠 総總 縄繩 聡聰 荘莊 蔵藏 薫薰 薬藥 処處 虫蟲 蛍螢 覚覺 観觀 訳譯 読讀 賛贊 ' +
    '遅遲 郷鄕 酔醉 釈釋 鉄鐵 録錄 鎮鎭 険險 双雙 雑雜 霊靈 青靑 頼賴 顕顯 駅驛 騒騷 鶏鷄 麦麥 黄黃 歯齒 清淸 顔顏 姫姬'
  ).split(' '),
]);

/** A text in which all forms of such a kanji are the usual one. */
export function foldVariants(text: string): string {
  return replace(text, variants);
}
