import type { writingChecks } from '../../model/checks/writing/writing-rules.ts';
import type { WritingFacts } from '../../model/checks/writing/writing-rule.ts';
import type { SentencesOf } from './rule-sentences.ts';

type Says = SentencesOf<WritingFacts>['says'];
type Sentences = SentencesOf<WritingFacts>;

/** One word stands, another is to stand there. */
const writtenOtherwise: Says = ({ written, instead }) => `「${written}」は「${instead ?? ''}」と書きます。`;
const perhaps: Says = ({ written, instead }) =>
  `「${written}」は「${instead ?? ''}」と書くほうが伝わります。`;

const word = (name: string, why: string): Sentences => ({ name, says: writtenOtherwise, why });
const hint = (name: string, why: string): Sentences => ({ name, says: perhaps, why });
const told = (name: string, says: Says, why: string): Sentences => ({ name, says, why });

const signs: Readonly<Record<string, string>> = {
  kanji: 'JISの漢字（第1・第2水準）にない字です。相手の機器では別の字や空白になるかもしれません。',
  ligature: '一字に詰めた機種依存文字です。',
  emoji: '絵文字です。相手の機器では別の絵や空白になるかもしれません。',
  own: '外字です。この機器でしか読めません。',
  sign: 'JISの文字（第1・第2水準）にない記号です。相手の機器では別の字や空白になるかもしれません。',
};

const alsoCalled: Says = ({ written, instead, more }) =>
  more === null
    ? `「${written}」は、別の所に「${instead ?? ''}」とも書かれています。`
    : `「${written}」は、NO.${more}に「${instead ?? ''}」とも書かれています。`;

export const writingSentences = {
  'unseen-character': told(
    '目に見えない文字',
    ({ instead }) =>
      instead === '' ? '目に見えない文字が入っています。' : '改行されない特殊な空白が入っています。',
    '検索や読み上げの妨げになり、他の機器では文字化けすることがあります。',
  ),
  decomposed: told(
    '分かれた濁点',
    ({ instead }) => `「${instead ?? ''}」が、仮名と濁点の2文字に分かれています。`,
    '見た目は同じでも別の文字列になり、検索で見つからず、印刷で濁点がずれることがあります。',
  ),
  'half-width-kana': word(
    '半角の片仮名',
    '半角の片仮名と句読点は、機器によって正しく伝わらず、濁点が一字に数えられます。全角で書きます。',
  ),
  'machine-dependent': told(
    '機種依存文字',
    ({ written, more, instead }) =>
      `「${written}」は、${signs[String(more)] ?? signs['sign'] ?? ''}${instead === null ? '' : `「${instead}」と書きます。`}`,
    '電子的にやり取りする文書には、どの機器でも同じに表示され、読み上げられる文字を使います。',
  ),
  'circled-number': told(
    '丸付き数字とローマ数字',
    ({ written }) => `「${written}」は、古い機器や読み上げでは正しく伝わらないことがあります。`,
    '丸付き数字とローマ数字の一字の字形は、機器によって別の字になることがあります。',
  ),
  'repeated-particle': told(
    '重なった助詞',
    ({ written }) => `「${written}」と、同じ助詞が続いています。`,
    '書き直しの跡に残りやすい誤りです。',
  ),
  'repeated-words': told(
    '重なった語句',
    ({ written, instead }) => `「${written}」と、「${instead ?? ''}」が続けて2回書かれています。`,
    '書き直しや貼り付けの跡に残りやすい誤りです。',
  ),
  'repeated-punctuation': word('重なった句読点', '句読点は一つずつ打ちます。'),
  'ascii-punctuation': word(
    '欧文の句読点',
    '日本語の文には「。」「、」を用います。半角のコンマとピリオドは、数字と欧文に使います。',
  ),
  brackets: told(
    '対にならない括弧',
    ({ written }) => `「${written}」と対になる括弧がありません。`,
    '括弧は開きと閉じを対にして使います。同じ括弧を重ねるのは差し支えありません。',
  ),
  'bracket-width': told(
    '全角と半角の括弧の対',
    ({ written, instead }) => `閉じ括弧「${written}」は、開き括弧に合わせて「${instead ?? ''}」とします。`,
    '対になる括弧の全角と半角をそろえます。',
  ),
  'sentence-end': told(
    '文末の句点',
    ({ instead }) =>
      instead === '' ? '名詞で終わる項目には「。」を付けません。' : '文の終わりに「。」がありません。',
    '文の終わりには「。」を打ち、名詞で終わる箇条書の項目には打ちません。',
  ),
  'number-space': told(
    '数字の間の空白',
    ({ written, instead }) => `「${written}」は、空白を入れずに「${instead ?? ''}」と書きます。`,
    '数字と単位、元号と年の間に空白があると、行末で分かれ、検索でも見つからなくなります。',
  ),
  'number-comma': word(
    '三桁ごとのコンマ',
    '大きな数は、三桁ごとにコンマで区切ります。年や番号には付けません。',
  ),
  'counter-ka': word(
    'か所、か月',
    '算用数字を使う横書きでは、「か所」「か月」「か年」「か国」と書きます。',
  ),
  'okurigana-verb': word(
    '送り仮名',
    '送り仮名は「送り仮名の付け方」の本則によります。「行う」「表す」「変わる」などです。',
  ),
  'okurigana-noun': word(
    '複合名詞の送り仮名',
    '読み間違えるおそれのない複合の名詞は送り仮名を省きます。動詞では省きません（「取り組みます」はそのままです）。',
  ),
  'formal-noun': word(
    '形式名詞',
    '「こと」「ため」「とおり」「よう」など、実質的な意味の薄い名詞は仮名で書きます。',
  ),
  'auxiliary-kana': word(
    '補助動詞と可能の「できる」',
    '「…していただく」「…していく」など、ほかの動詞に添える語と「できる」は仮名で書きます。',
  ),
  'conjunction-kana': word(
    '仮名で書く接続詞',
    '文の初めの「さらに」「また」「ただし」などは仮名で書きます。副詞の「更に高める」は漢字のままです。',
  ),
  'conjunction-kanji': word(
    '漢字で書く接続詞',
    '「及び」「並びに」「又は」「若しくは」の四つは漢字で書きます。広報などで仮名にするときは、この規則を切ってください。',
  ),
  'kana-word': word(
    '仮名で書く語',
    '助詞と同じように使う語、当て字、常用漢字表にない読みは仮名で書きます。「あらかじめ」「おおむね」「まで」などです。',
  ),
  'kanji-word': word(
    '漢字で書く語',
    '常用漢字表で書ける語は漢字で書き、一部だけを仮名にしません。「在り方」「進捗」「把握」などです。',
  ),
  'beyond-joyo': word(
    '常用漢字表にない字や読み',
    '常用漢字表にない漢字や読みは、仮名や別の語で書きます。固有名詞は、そのままで差し支えありません。',
  ),
  'ra-nuki': word('ら抜き言葉', '「見られる」「受けられる」など、可能の「られる」の「ら」は省きません。'),
  'sa-ire': word('さ入れ言葉', '「行わせていただく」など、五段活用の動詞に「さ」を入れません。'),
  'sentence-length': told(
    '長い文',
    ({ more }) => `一文が${more ?? ''}字あります。二つ以上の文に分けると伝わりやすくなります。`,
    '一文が長いほど読み手の負担が増えます。三つ以上の事柄は、箇条書にする手もあります。',
  ),
  'double-negation': told(
    '二重否定',
    ({ written }) => `「${written}」は打消しが重なっています。肯定の形に言い換えられないか見てください。`,
    '二重否定は、どうしても必要なとき以外は使いません。',
  ),
  'can-be': hint('「することができる」', '「…することができます」は「…できます」で足ります。'),
  pleonasm: told(
    '重ね言葉',
    ({ written }) => `「${written}」は、同じ意味の言葉が重なっています。`,
    '「約…程度」「各…ごと」「第1回目」などは、一方で足ります。',
  ),
  loanword: hint(
    'なじみの薄い外来語',
    '多くの読み手が知らない外来語は、日本語に言い換えるか、括弧で意味を添えます。',
  ),
  'stiff-word': hint('硬い言葉', '市民が読む文書では、日常の言葉に言い換えるほうが伝わります。'),
  'many-no': told(
    '続く「の」',
    ({ written, more }) => `「${written}」と、「の」が${more ?? ''}回続いています。`,
    '同じ助詞が続くと、どこに掛かるのかが分かりにくくなります。',
  ),
  'etc-hint': hint(
    '「等」と「など」',
    '「など」と読むところは仮名で書きます。「とう」と読む「等」は漢字です。',
  ),
  'time-hint': hint(
    '「時」と「とき」',
    '「…の場合」の意味では「とき」、時点を表すときは「時」と書き分けます。',
  ),
  'digit-width': told(
    '数字の全角と半角',
    ({ written, instead }) => `「${written}」は、数字の幅をそろえて「${instead ?? ''}」とします。`,
    '数字の全角と半角は、一つの文書の中でそろえます。一桁だけを全角にする書き方も、そろっていれば差し支えありません。',
  ),
  'latin-width': told(
    'ローマ字の全角と半角',
    ({ written, instead }) => `「${written}」は、ほかの所に合わせて「${instead ?? ''}」とします。`,
    '同じ語の全角と半角を、一つの文書の中でそろえます。',
  ),
  'punctuation-kind': told(
    '句読点の種類',
    ({ written, instead }) => `「${written}」は、句読点をそろえて「${instead ?? ''}」とします。`,
    '句読点は「。」「、」を原則とします。「，」を使うときも、一つの文書の中でそろえます。',
  ),
  'style-mixed': told(
    '文体の混在',
    ({ written, instead }) =>
      `文体を「${instead ?? ''}」にそろえます。この文は「${written}」で終わっています。`,
    '一つの文書では、「です・ます」と「である」のどちらかにそろえます。',
  ),
  'calendar-mixed': told(
    '西暦と和暦の混在',
    ({ written, instead }) => `年を${instead ?? ''}にそろえます。ここは「${written}」です。`,
    '読み手が年を比べられるよう、西暦と和暦のどちらかにそろえるか、「令和7（2025）年」のように併せて書きます。',
  ),
  'known-names': told(
    '同じものの二つの呼び名',
    alsoCalled,
    '同じものが二つの名で呼ばれていると、別のものに見えます。一つの文書では一つの名にします。',
  ),
  'one-name': told(
    'よく似た名称',
    alsoCalled,
    '一部だけが違う長い名称は、同じものの書き誤りかもしれません。別のものであれば、そのままで差し支えありません。',
  ),
} satisfies Record<(typeof writingChecks)[number]['id'], Sentences>;
