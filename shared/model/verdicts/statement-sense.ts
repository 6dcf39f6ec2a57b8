import type { Better } from './better.ts';

/**
 * What an outcome's sentence says of its target: done, done in part, begun, not done. null where it says none of
 * these.
 */
export type StatementSense = 'done' | 'partly' | 'begun' | 'not-done';

const notDone =
  /ませんでした|(?:て|で)(?:い|おり)ません|(?:でき|至ら|届か|及ば|達せ|得られ|行え|行わ|果たせ|かなわ|間に合わ)ず|なかった|でき(?:ない|ません)|未達|未実施|未策定|未完了|未了|未整備|未着手|見送|延期(?!し(?:ていた|た)大会)|中止|断念|(?:に|と)(?:とど|留)ま|持ち越|困難でした|遅れ(?:ました|が生じ|て)|ならなかった/u;
/** 事故は発生しませんでした is good news. */
const nothingBad =
  /(?:事故|苦情|被害|欠員|火災|災害|違反|滞納|待機児童|漏水|支障|遅延|誤り|トラブル|問題|死者)[^、。]{0,12}(?:発生し|生じ|起き|起こり|あり|い|出|見られ)(?:ませんでした|なかった)/u;
const inPart =
  /一部(?!の?(?:改正|改定|見直|事務|負担|供用))|部分的|概ね|おおむね|ほぼ|途中|半数|だけ|のみ/u;
const reached =
  /達成|達しました|上回|超え|完了|完成|終え|できました|ができ|至りました|得(?:られ)?ました|策定|制定|決定|実現|供用|開設|済(?:み|$)/u;
const went = /(?:ました|でした|した|済み?|実施|開催|達成|完了|策定|公開|配布|設置|導入)[。．.)）]*$/u;
/** What is done on the way to something else. */
const onTheWay =
  /(?:検討|協議|調整|準備|着手|審議|議論|取りまとめ|働きかけ)(?:を|に|が|して|し|を進め|を行|を重ね)?|進め(?:ました|て)|取り組(?:みました|んで)|努め(?:ました|て)|推進し/u;

/** What a sentence says; what lies above or below a target is good or bad by what is better. */
export function senseOf(
  statement: string,
  measure: string,
  better: Better = 'higher',
): StatementSense | null {
  const clauses = statement
    .split(/が、|ものの、?|けれども、?|一方(?:で)?、|しかし、?|。/u)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
  const senses = clauses.flatMap((clause) => clauseSense(clause, measure, better) ?? []);
  const [first] = senses;
  if (first === undefined) return null;
  if (senses.every((sense) => sense === first)) return first;
  if (senses.includes('not-done'))
    return senses.some((sense) => sense === 'done' || sense === 'partly') ? 'partly' : 'not-done';
  return senses.includes('partly') ? 'partly' : senses.includes('done') ? 'done' : 'begun';
}

function clauseSense(clause: string, measure: string, better: Better): StatementSense | null {
  if (nothingBad.test(clause)) return 'done';
  if (notDone.test(clause)) return 'not-done';
  const [good, bad] = better === 'higher' ? [/上回|超え/u, /下回/u] : [/下回/u, /上回|超え/u];
  if (bad.test(clause)) return 'not-done';
  const isDone = good.test(clause) || reached.test(clause) || went.test(clause);
  if (!isDone) return onTheWay.test(clause) ? 'begun' : null;
  if (inPart.test(clause)) return 'partly';
  const way = onTheWay.exec(clause)?.[0].slice(0, 2);
  const only =
    way !== undefined && !reached.test(clause.replace(/策定に向け|決定に向け|制定作業|策定作業/gu, ''));
  // 検討しました fulfils a target that asks for 検討, and no other.
  return only && !measure.includes(way) ? 'begun' : 'done';
}
