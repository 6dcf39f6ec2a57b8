import {
  isInitiativeField,
  type InitiativeField,
  type RowField,
} from '../../shared/model/fields/built-in-fields.ts';
import { fieldOfForm, type Form } from '../../shared/model/form.ts';

/** What belongs into a field, how it is written, and what to look out for. The places and figures are made up. */
export interface Guidance {
  readonly what: string;
  /** At the start of the year, and at its end; null where the field is not written then. */
  readonly declaration: string | null;
  readonly report: string | null;
  readonly good: readonly string[];
  readonly poor: readonly string[];
  readonly why: string;
}

/** What is said of a field; null where its form says nothing of it. */
export function guidanceOf(form: Form, id: RowField): Guidance | null {
  if (isInitiativeField(id)) return guidanceWords[id];
  const { guidance, example } = fieldOfForm(form, id);
  if (guidance === undefined && example === undefined) return null;
  const good = example === undefined ? [] : [example];
  return { what: guidance ?? '', declaration: null, report: null, good, poor: [], why: '' };
}

const guidanceWords: { readonly [field in InitiativeField]: Guidance } = {
  title: {
    what: '何に取り組むかが、この1行だけで分かる名前を書きます。',
    declaration: '「〜の推進」「〜の充実」など、体言で止めます。句点は付けません。',
    report: '年度の途中で名前を変えず、目標宣言と同じ名前を使います。',
    good: ['高齢者の外出を支える乗合タクシーの試行'],
    poor: ['交通関係業務について'],
    why: '対象と、することの両方を入れると、表を目で追うだけで中身が伝わります。',
  },
  section: {
    what: '取組を受け持つ課や担当の名前を書きます。',
    declaration: 'その年度の正式な名前を、略さずに書きます。表では（ ）に入ります。',
    report: '年度の途中で組織が変わっても、目標宣言のときの名前のまま残します。',
    good: ['地域交通課', '子育て支援担当'],
    poor: ['地交課', '（地域交通課）'],
    why: '括弧は印刷のときに付くので、入力しません。略した名前は、市民には通じません。',
  },
  plan: {
    what: '目標に向けて、この年度に何をするかを項目に分けて書きます。',
    declaration:
      'これからすることを「〜します。」で書きます。1項目に1つの動作、多くても3項目ほどが読みやすい長さです。重点や新規の項目は、行頭に【重点】のように付けると目立ちます。',
    report: '年度末に書き換えません。実際にしたことは取組結果に書きます。',
    good: [
      '運行事業者と協定を結び、9月から市北部で試験運行を始めます。',
      '利用者への聞き取りを行い、停留所の位置を見直します。',
    ],
    poor: ['乗合タクシーの検討を進め、住民への周知や関係者との調整等を適宜行いながら推進していく。'],
    why: '「適宜」「等」「推進」が重なると、何をしたら終わりかが分かりません。です・ます調に合わせ、動作ごとに項目を分けます。',
  },
  targets: {
    what: '年度の終わりに、できたかどうかを見分けられる目標を書きます。目標の内容・目標値・補足を分けて入れます。',
    declaration: '体言で止め、句点は付けません。数で測れるものは、単位を付けて目標値に書きます。',
    report: '目標そのものは書き換えず、判定だけを選びます。',
    good: ['試験運行の利用者数　延べ 1,200人', '停留所の見直し案の作成（年度内）'],
    poor: ['利用者の増加を目指します。'],
    why: '増えたかどうかを、誰が見ても同じように判断できるよう、いくつからいくつになれば良いかを書きます。',
  },
  results: {
    what: '取組内容に書いたことを、実際にどこまでしたかを書きます。',
    declaration: null,
    report: '済んだことを「〜しました。」で書きます。取組内容と同じ順に並べると、読み手が見比べられます。',
    good: [
      '9月から市北部の2地区で試験運行を始め、3月までに延べ 1,354人が利用しました。',
      '利用者 86人に聞き取りを行い、停留所を3か所移しました。',
    ],
    poor: ['試験運行を行い、一定の成果が得られた。'],
    why: '「一定の成果」では伝わりません。いつ、どこで、何を、どれだけしたかを書きます。',
  },
  direction: {
    what: '結果を受けて、次の年度からどうするかを書きます。',
    declaration: null,
    report:
      '「〜します。」で書きます。目標に届かなかったときは、その理由に触れてから、次に何を変えるかを書きます。',
    good: ['冬に利用が減ったため、次年度は病院の診療時間に合わせて便の時刻を見直します。'],
    poor: ['引き続き推進していく。'],
    why: '続けるだけなのか、変えるのかが分かりません。変える理由と、変えることを1つ書きます。',
  },
  outcomes: {
    what: '目標ごとに、どこまで届いたかと実績値を書きます。どの目標についての記載かも選びます。',
    declaration: null,
    report:
      '説明は「〜しました。」、実績値は目標値と同じ単位・同じ数え方で書きます。時点には、いつの数字かを入れます。',
    good: ['試験運行の利用者数が目標を上回りました。　【令和8年3月31日時点】　実績値 延べ 1,354人'],
    poor: ['おおむね達成　約1,300'],
    why: '目標値が「延べ 1,200人」なら、実績値も「延べ」と「人」をそろえます。丸めた数より、数えた数を書きます。',
  },
};
