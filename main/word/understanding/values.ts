/** What a value looks like: figures with their units, and the words that go with them. */

const digit = /[0-9０-９]/;

/** Words before a figure that belong to it: 約5,400基, 年間 10日, 市内全域 約5,400基. */
const qualifier =
  /^(?:約|およそ|概ね|おおむね|延べ?|のべ|累計|合計|総計|計|年間|月間|年|月|週|毎年|毎月|各|全|前年度?比|前年|対前年度?比?|平均|最大|最低|市内|市内全域|全域|全市|市全域|全体|全館|目標|[（(].*[)）])$/;

/** Those that name nothing by themselves, as 合計 or 全体 do: they can only belong to the figure behind them. */
const modifier =
  /^(?:約|およそ|おおよそ|概ね|おおむね|ほぼ|延べ?|のべ|年間|月間|年|月|週|毎年度?|毎月|毎週|各|全|最大|最低|最小|少なくとも)$/;

/** How the name of something that is counted ends: 件数, 登用率, 収集公開状況. */
const countedThing =
  /(?:数|率|割合|額|量|度|枚|台|回|件|比|値|面積|延長|時間|日数|状況|点|人口|基数|箇所|か所|カ所|ヶ所|世帯)$/;

export function hasDigit(text: string): boolean {
  return digit.test(text);
}

/** True when a word opens with a figure, or with what goes right before one: `約5,400基`, `10日`, `第2次…` not. */
export function opensWithFigure(text: string): boolean {
  return /^(?:約|およそ|概ね|延べ?|のべ|累計|合計|計|年間|年|月|毎年|毎月|各|全|平均|±|[+＋\-－▲△]|前年度?比)*\s*[0-9０-９]/.test(
    text.slice(0, 40),
  );
}

export function isQualifier(word: string): boolean {
  return word.length <= 20 && qualifier.test(word);
}

/** True for a word that belongs to the figure behind it, whether anything stands before it or not: 延べ 20回. */
export function isModifier(word: string): boolean {
  return modifier.test(word);
}

export function endsAsCounted(text: string): boolean {
  return countedThing.test(text.slice(-8));
}

/** True for a unit or a remark that follows a figure behind a space: `10,000 件`, `5件 以上`. */
export function isTail(word: string): boolean {
  return word.length <= 12 && !digit.test(word);
}

/** What a NO. cell holds: `12`, `１２`, `No.3`, `⑫`, `(4)`. */
export function isNumber(text: string): boolean {
  return /^[([【〔]?(?:NO\.?|取組|事業|施策|目標)?\(?\d{1,5}(?:[-.\u2010\u2013の]\d{1,3})?[)\]】〕]?\.?$/i.test(
    text.normalize('NFKC').trim(),
  );
}
