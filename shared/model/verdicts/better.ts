import { isQualified, type QuantityPiece } from '../figures/written.ts';
import { measureOf } from '../figures/units.ts';

/** Whether more or less of what is measured is the better. */
export type Better = 'higher' | 'lower';

/** What nobody wants more of, as the last words of what is measured: 事故発生件数, 待ち時間, but not 事故防止教室. */
const unwanted =
  /(?:事故|犯罪|被害|火災|滞納|未納|収入未済|苦情|待ち時間|待時間|待機|不法投棄|排出|ごみ|廃棄物|離職|不登校|自殺|死亡|死者|負傷|違反|遅延|誤り|ミス|エラー|放置|空き家|耕作放棄|時間外|残業|超過勤務|消費|使用電力|漏水|未処理|未受診|不在|不足|赤字|欠員|クレーム|鳥獣|食品ロス|認知)(?:の?(?:発生|排出|認知|平均|年間|総))*(?:件数|数|者数|者|率|割合|量|時間|時間数|額|台数|人数|児童数|戸数|面積|日数)?$/u;

/** 事故件数の減少: the level falls. 削減量, 減少率: what is measured is the fall. */
const fallOfLevel = /の?(?:削減|減少|抑制|短縮|低減|縮減|圧縮|解消)$/u;
const fallItself = /(?:削減|減少|短縮|低減|縮減|解消)(?:率|量|数|額|件数|幅|時間)$/u;

/** By the target's own bound (以下, 以上), else by what is measured. */
export function betterFor(measure: string, quantity: QuantityPiece): Better {
  if (isQualified(quantity, 'at-most', 'below')) return 'lower';
  if (isQualified(quantity, 'at-least', 'above', 'rise', 'fall')) return 'higher';
  const words = measure
    .trim()
    .replace(/[（(][^()（）]*[)）]$/u, '')
    .replace(/を?減らすこと$/u, 'の減少');
  if (fallItself.test(words)) return 'higher';
  if (fallOfLevel.test(words)) return measureOf(quantity).dimension === '割合' ? 'higher' : 'lower';
  return unwanted.test(words) ? 'lower' : 'higher';
}
