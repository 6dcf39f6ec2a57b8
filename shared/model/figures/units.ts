import { once } from '../../once.ts';
import type { QuantityPiece } from './written.ts';

/** What a unit measures and how much of it one is: km is a thousand of 長さ, 名 is one of 人. */
export interface Measured {
  /** Units of one dimension can be compared. A unit that nobody knows is a dimension of its own. */
  readonly dimension: string;
  readonly factor: number;
}

/** Spellings of one unit, `/` between them; those that measure the same thing stand together with their factor. */
const converted: readonly (readonly [
  dimension: string,
  ...units: readonly (readonly [string, number])[],
])[] = [
  ['割合', ['%/％/﹪/パーセント/ﾊﾟｰｾﾝﾄ/㌫', 0.01], ['割', 0.1], ['‰/パーミル', 0.001]],
  ['倍', ['倍', 1]],
  ['ポイント', ['ポイント/ﾎﾟｲﾝﾄ/pt/%ポイント/パーセントポイント', 1]],
  ['円', ['円', 1], ['千円', 1e3], ['百万円', 1e6], ['十万円', 1e5]],
  ['人', ['人/名/ひと', 1]],
  ['か所', ['か所/カ所/ヵ所/ヶ所/ケ所/箇所/個所/ｶ所/カ處', 1]],
  [
    '長さ',
    ['mm/ミリメートル/ミリ/㎜', 1e-3],
    ['cm/センチメートル/センチ/㎝', 1e-2],
    ['m/メートル/ﾒｰﾄﾙ/㍍', 1],
    ['km/キロメートル/㎞/ｷﾛﾒｰﾄﾙ/㌖', 1e3],
  ],
  [
    '面積',
    ['㎡/m2/m²/平方メートル/平米', 1],
    ['a/アール', 100],
    ['ha/ヘクタール/㌶', 1e4],
    ['km2/km²/㎢/平方キロメートル', 1e6],
  ],
  [
    '重さ',
    ['mg/ミリグラム', 1e-3],
    ['g/グラム/ｸﾞﾗﾑ/㌘', 1],
    ['kg/キログラム/㎏/ｷﾛｸﾞﾗﾑ/㌔/㌕', 1e3],
    ['t/トン/ﾄﾝ/㌧', 1e6],
  ],
  ['二酸化炭素', ['t-CO2/トンCO2/t-co2', 1]],
  [
    '体積',
    ['ml/mL/ミリリットル', 1e-3],
    ['L/l/ℓ/リットル/㍑', 1],
    ['㎥/m3/m³/立方メートル', 1e3],
    ['kL/kl/キロリットル', 1e3],
  ],
  ['電力量', ['Wh', 1], ['kWh/キロワット時', 1e3], ['MWh', 1e6]],
  ['電力', ['W/ワット', 1], ['kW/キロワット', 1e3], ['MW/メガワット', 1e6]],
  ['時間', ['秒/秒間', 1], ['分/分間', 60], ['時間', 3600]],
  ['日', ['日/日間', 1], ['週/週間', 7]],
  [
    '月',
    ['か月/カ月/ヵ月/ヶ月/ケ月/箇月/か月間/カ月間/ヶ月間/箇月間', 1],
    ['年/年間/か年/カ年/ヵ年/ヶ年/箇年', 12],
  ],
];

/** Units that are counted and turn into nothing else. */
const counted =
  '件/回/枚/部/通/冊/点/個/基/台/本/灯/棟/戸/世帯/組/班/隊/校/園/館/室/店/店舗/社/者/所/施設/団体/自治会/町内会/町会/自治会館/区/地区/' +
  '学区/地域/地点/路線/系統/ルート/便/車両/両/艘/隻/機/頭/匹/羽/株/袋/箱/缶/足/着/杯/食/膳/皿/品/品目/種/種類/項目/事業/事業所/企業/' +
  '事例/案件/講座/教室/コース/クラス/学級/クラブ/チーム/サークル/グループ/商店会/商店街/会場/会議/大会/イベント/公演/作品/試合/' +
  'ページ/頁/字/文字/語/言語/か国/カ国/ヵ国/ヶ国/箇国/か国語/カ国語/ヵ国語/都市/市/町/村/市町村/自治体/都道府県/県/府県/大学/高校/中学校/小学校/幼稚園/保育所/保育園/' +
  '議案/条例/計画/方針/様式/届/票/口/口座/区画/筆/工区/橋/公園/遊具/体/鉢/床/席/つ/こ/コ/人日/人回/人泊/泊/駅/バス停/停留所/カード/分野/分科会/分団/分類/部会/部門/部署/部屋/支部/本部/日程/課題/組織/区間/区域/区分/通り/種目/基地局/校区/組合/コマ/枠/車線/ブロック/エリア/ゾーン/段階/視点/論点/指標/資料/アカウント/フォロワー/' +
  'アクセス/PV/ビュー/回線/票数/問/科目/単位/級/歳/才/度/℃/位/ケース/セット/キット/パック/ロール/リーフレット/チラシ/ポスター/か条/号車/ポット/ステーション/拠点/窓口/課/係/' +
  '委員会/審議会/協議会/実行委員会/民生委員/ボランティア/サポーター/リーダー/巡/周/往復/交差点/カメラ/マス/か村/か町/ha当たり';

interface KnownUnit extends Measured {
  readonly text: string;
}

const known = once((): ReadonlyMap<string, readonly KnownUnit[]> => {
  const all = [
    ...converted.flatMap(([dimension, ...units]) =>
      units.flatMap(([spellings, factor]) =>
        spellings.split('/').map((text): KnownUnit => ({ text, dimension, factor })),
      ),
    ),
    ...counted.split('/').map((text): KnownUnit => ({ text, dimension: text, factor: 1 })),
  ];
  const byFirst = Map.groupBy(all, ({ text }) => text[0] ?? '');
  return new Map(
    [...byFirst].map(([first, units]) => [
      first,
      units.toSorted((one, other) => other.text.length - one.text.length),
    ]),
  );
});

/** The known unit at a place of a text, the longest that fits; null where none stands. */
export function knownUnitAt(text: string, at: number): string | null {
  const fitting = known()
    .get(text[at] ?? '')
    ?.find((unit) => text.startsWith(unit.text, at) && endsThere(text, at, unit.text));
  return fitting?.text ?? null;
}

/** m in 10mm is none, and neither is t in 3teams: a Latin unit ends where its word ends. */
function endsThere(text: string, at: number, unit: string): boolean {
  return !/[A-Za-z]$/u.test(unit) || !/[A-Za-z]/u.test(text[at + unit.length] ?? '');
}

/** What a quantity is of. A share of a whole is one of 割合, as per cent are. */
export function measureOf({ unit, isShare }: Pick<QuantityPiece, 'unit' | 'isShare'>): Measured {
  return isShare ? { dimension: '割合', factor: 1 } : measuredBy(unit);
}

/** What a unit measures. One that nobody knows measures itself, however wide it is written. */
export function measuredBy(unit: string | null): Measured {
  if (unit === null) return { dimension: '', factor: 1 };
  const first = known()
    .get(unit[0] ?? '')
    ?.find(({ text }) => text === unit);
  if (first !== undefined) return first;
  const folded = unit.normalize('NFKC');
  const other =
    folded === unit
      ? undefined
      : known()
          .get(folded[0] ?? '')
          ?.find(({ text }) => text === folded);
  return other ?? { dimension: folded, factor: 1 };
}
