import { identifierFrom } from '../../shared/model/identifier.ts';
import type { Initiative, Outcome, Report, Target } from '../../shared/model/report.ts';

/**
 * A report of any length about a city that does not exist, each row with its own words.
 *
 * The same `rows` and `seed` give the same report. Repeating a few rows would flatter every zip.
 */
export function variedReport(rows: number, seed = 1): Report {
  const chance = chances(seed);
  return {
    id: identifier(chance),
    municipality: 'みどり川市',
    department: '環境経済部',
    fiscalYear: 2025,
    yearLabel: '令和7年度',
    headPost: '環境経済部長',
    headName: '水原 葉子',
    stage: null,
    initiatives: Array.from({ length: rows }, () => initiative(chance)),
  };
}

type Chance = () => number;

/** Numbers from 0 up to 1 that look random (mulberry32). */
function chances(seed: number): Chance {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const places = [
  '河畔公園',
  '中央商店街',
  '東部工業団地',
  '里山',
  '駅前広場',
  '農業用水路',
  '北部丘陵',
  '旧道沿い',
];
const things = [
  '遊歩道',
  '街路樹',
  '生ごみ処理機',
  '太陽光発電設備',
  '空き店舗',
  '観光案内板',
  '防災井戸',
  '花壇',
];
const people = [
  '地元の小学生',
  '商店会',
  '農家',
  '大学の研究室',
  '転入者',
  '高齢者の会',
  '消費者の会',
  '市内の企業',
];
const deeds = ['整備', '点検', '普及', '再生', '調査', '見学会', '講習会', '相談', '貸出し', '植替え'];
const ways = [
  '協定を結び',
  '現地を確かめ',
  '費用を見直し',
  '手順書を改め',
  '意見を聴き',
  '周知を重ね',
  '日程を早め',
];
const ends = [
  '利用者が増えました。',
  '苦情が減りました。',
  '期限までに終わりました。',
  '一部が翌年度に残りました。',
];
const plansAhead = [
  '引き続き進めます。',
  '対象を広げます。',
  '実施時期を改めます。',
  '効果を確かめた上で判断します。',
];
const sections = ['環境保全課', '商工振興課', '農政課', '資源循環推進担当', '観光課'];

function initiative(chance: Chance): Initiative {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)] as T;
  const many = <T>(most: number, make: () => T): T[] =>
    Array.from({ length: 1 + Math.floor(chance() * most) }, make);
  const number = (most: number) => 1 + Math.floor(chance() * most);
  const subject = () => `${pick(places)}の${pick(things)}`;
  const sentence = (end: readonly string[]) =>
    `${pick(people)}と${pick(ways)}、${subject()}${number(90)}か所について${pick(deeds)}及び${pick(deeds)}を行い、` +
    `第${number(12)}期計画の${pick(deeds)}基準に照らして${pick(end)}`;
  const targets = many<Target>(3, () => ({
    id: identifier(chance),
    measure: `${subject()}の${pick(deeds)}件数`,
    note: chance() < 0.3 ? `${pick(people)}との共催を含む` : null,
    value: chance() < 0.8 ? `${number(9)},${String(number(899) + 100)}件` : null,
    verdict: null,
  }));
  return {
    id: identifier(chance),
    title: `${pick(places)}${pick(things)}${pick(deeds)}事業`,
    section: pick(sections),
    pageBreakBefore: false,
    declarationPageBreakBefore: false,
    plan: many(2, () => sentence(['計画的に進めます。', '年度内に終えます。'])),
    targets,
    results: many(3, () => sentence(ends)),
    direction: many(2, () => sentence(plansAhead)),
    outcomes: targets.map<Outcome>(({ id, measure }) => ({
      id: identifier(chance),
      statement: `${measure}は、前年度より${number(40)}件多く、${pick(ends)}`,
      asOf: chance() < 0.4 ? `令和8年3月${number(31)}日時点` : null,
      figures: chance() < 0.7 ? [{ label: pick(deeds), value: `${number(9_999)}件` }] : [],
      targets: [id],
    })),
  };
}

function identifier(chance: Chance): string {
  return identifierFrom(Uint8Array.from({ length: 10 }, () => Math.floor(chance() * 256)));
}
