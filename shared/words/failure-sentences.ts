import type {
  ContentIssue,
  Failure,
  PartRefusal,
  PathTooLong,
  SchemaObject,
  WordRefusal,
} from '../failure.ts';
import type { InitiativeField } from '../model/fields/built-in-fields.ts';
import { fieldNames, headingNames } from './field-names.ts';
import { holderWords } from './holder-words.ts';
import { placeWords } from './place-words.ts';
import { stateSentences } from './state-sentences.ts';
import { stampWords } from './stamp-words.ts';
import { megabytes } from './megabytes.ts';

/** A failure for a person: what happened, what is safe, and what to do next. `safe` may be empty. */
export interface FailureSentences {
  readonly happened: string;
  readonly safe: string;
  readonly next: string;
}

const libraryUntouched = 'ファイルには手を加えていません。';
const nothingStored = '何も取り込んでいません。これまでの報告はそのままです。';
const targetIntact = 'もとのファイルはそのまま残っています。';

/** Says any expected failure in Japanese. A new code does not compile until it has its sentences here. */
export function failureSentences(failure: Failure): FailureSentences {
  switch (failure.code) {
    case 'library-missing':
      return say(
        `ファイル「${failure.path}」が見つかりません。`,
        '何も変更していません。',
        '移動や名前の変更をしていないか確かめて、もう一度選んでください。',
      );
    case 'library-lost':
      return lostWords(failure);
    case 'library-exists':
      return say(
        `「${failure.path}」という名前のファイルは、すでにあります。`,
        'そのファイルは上書きしていません。',
        '別の名前を付けるか、そのファイルを開いてください。',
      );
    case 'library-is-a-folder':
      return say(
        `「${failure.path}」はフォルダーです。`,
        '何も変更していません。',
        'ファイルを選んでください。',
      );
    case 'library-not-a-database':
      return say(
        `「${failure.path}」は宣言（Sengen）のファイルではありません。`,
        libraryUntouched,
        '名前が .sengen で終わる、このプログラムで作成したファイルを選んでください。',
      );
    case 'library-of-another-program':
      return say(
        `「${failure.path}」は別のプログラムのデータベースです。`,
        libraryUntouched,
        'このプログラムで作成した .sengen ファイルを選んでください。',
      );
    case 'library-from-the-future':
      return say(
        `「${failure.path}」は、新しい版のプログラムで作成されたものです（ファイルの版 ${failure.version}、このプログラムが扱えるのは ${failure.supported} まで）。`,
        libraryUntouched,
        'このパソコンのプログラムを新しい版に入れ替えてから開いてください。',
      );
    case 'library-damaged':
      return say(
        `「${failure.path}」が壊れているため、開けません。`,
        '壊れたファイルは消さずに、そのまま残してあります。',
        '「読み取れる内容を取り出す」（コマンドでは sengen doctor --rescue）を選ぶと、読める部分を控え（バックアップ）と合わせて新しいファイルにまとめます。それでも足りないときは、このファイルを残したまま情報担当に相談してください。',
      );
    case 'nothing-to-rescue':
      return say(
        `「${failure.path}」からは、報告として読み取れる内容が見つかりませんでした。`,
        libraryUntouched,
        '宣言（Sengen）のファイルかどうかを確かめてください。控え（バックアップ）があれば、それを開いてください。',
      );
    case 'rescue-failed':
      return say(
        `「${failure.path}」から内容を取り出す途中で止まりました（${failure.cause.slice(0, 120)}）。`,
        '壊れたファイルには手を加えていません。取り出しかけのファイルも残していません。',
        'ほかのプログラムを閉じて、もう一度試してください。続くときは、このファイルを残したまま情報担当に相談してください。',
      );
    case 'library-altered':
      return say(
        `「${failure.path}」には、このプログラムのものではない仕掛け（${schemaWords(failure.objects, failure.more)}）が組み込まれているため、開けません。`,
        libraryUntouched,
        '書いたものが正しく保存されないおそれがあります。控え（バックアップ）を開くか、ファイルの出どころを確かめて情報担当に相談してください。',
      );
    case 'disk-trouble':
      return say(
        `「${failure.path}」の読み書きの途中で、ディスクか接続が応答しませんでした（${failure.cause}）。`,
        'ファイルが壊れたわけではありません。保存済みのところまでは残っています。',
        'しばらく待つか、ケーブルやネットワークの接続を確かめて、もう一度試してください。続くときは情報担当に相談してください。',
      );
    case 'backup-missing':
      return say(
        'この控え（バックアップ）は、もう残っていません。',
        '今のファイルはそのままです。',
        '控えの一覧を開き直して、別の控えを選んでください。',
      );
    case 'backup-damaged':
      return say(
        `${stampWords(failure.stamp)}の控え（バックアップ）は壊れていたため、使いませんでした。`,
        '今のファイルと、ほかの控えはそのままです。',
        failure.older === null
          ? 'これより古い、使える控えは見つかりませんでした。一覧から、これより新しい控えを選んでください。'
          : `その前の、${stampWords(failure.older)}の控えは壊れていないことを確かめました。一覧から選んでください。`,
      );
    case 'second-place-is-first':
      return say(
        `「${failure.path}」は、いつもの控えがある場所です。二つ目の場所にはできません。`,
        '控えはこれまでどおり作られます。',
        'USBメモリーや共有フォルダーなど、別の場所のフォルダーを選んでください。',
      );
    case 'backup-failed':
      return say(
        `控え（バックアップ）を作れませんでした（${failure.cause.slice(0, 120)}）。`,
        '今のファイルはそのままです。保存も続けられます。',
        'ディスクの空きを確かめて、もう一度試してください。続くときは情報担当に相談してください。',
      );
    case 'memory-short':
      return say(
        `メモリーが足りないため、「${failure.path}」を扱えません。`,
        '保存済みのところまでは残っています。',
        'ほかのプログラムを閉じてから、もう一度試してください。',
      );
    case 'library-read-only':
      return say(
        `「${failure.path}」は読み取り専用のため、書き込めません。`,
        libraryUntouched,
        'ファイルとフォルダーの書き込みを許可するか、書き込める場所に写してから開いてください。',
      );
    case 'journal-set-aside':
      return say(
        `「${failure.path}」の横に、このファイルのものとは確かめられない書きかけの記録（ジャーナル）がありました。`,
        `記録は使わず、「${failure.aside}」という名前に変えて残しました。このファイルは、置いてあったままの内容で開いています。`,
        '開いている内容が思ったとおりか確かめてください。違うときは、上の記録を消さずに、「控え」から戻すか、情報担当に相談してください。',
      );
    case 'library-in-use':
      return say(
        failure.holder === undefined
          ? `「${failure.path}」は、別の画面かプログラムがすでに開いています。`
          : `「${failure.path}」は、${holderWords(failure.holder)}。`,
        libraryUntouched,
        '開いているほうを使うか、閉じてからもう一度開いてください。内容を見るだけなら、このままでもできます。',
      );
    case 'library-busy':
      return say(
        `「${failure.path}」は、開いているほうで保存が続いているため、そろった内容を読み取れません。`,
        libraryUntouched,
        '少し待って、もう一度試してください。',
      );
    case 'library-not-open':
      return say('ファイルが開かれていません。', '', 'ファイルを開くか、新しく作ってください。');
    case 'library-unreadable':
      return say(
        `「${failure.path}」を開けません（${failure.cause}）。`,
        libraryUntouched,
        'フォルダーの場所と、開く権限を確かめてください。',
      );

    case 'report-missing':
      return say(
        '指定された報告は、このファイルにありません。',
        'ほかの報告はそのままです。',
        '報告の一覧から選び直してください。',
      );
    case 'no-report-yet':
      return say('このファイルには、まだ報告がありません。', '', '先に報告を作るか、取り込んでください。');
    case 'nothing-to-compare':
      return say(
        '比較する版の内容が、このファイルにありません。',
        '何も書き出していません。',
        '前年度の同じ部の報告を取り込むか、別の版を選んでください。',
      );
    case 'stale-edit':
      return say(
        '同じ箇所が別の画面で先に変更されていたため、この変更は保存していません。',
        '先に保存された内容はそのままです。',
        '最新の内容を確かめてから、もう一度入力してください。',
      );
    case 'link-refused':
      return say(
        failure.why === 'row-missing'
          ? 'つなごうとした取組が、別の画面で先に削除されていました。'
          : 'つなぐ相手は、前の年度の取組でなければなりません。',
        'つながりは一つも変えていません。',
        '画面を開き直して、もう一度選んでください。',
      );
    case 'comment-missing':
      return say(
        'このコメントは、別の画面で先に削除されていました。',
        'ほかのコメントと報告の内容はそのままです。',
        '残しておきたいことがあれば、新しいコメントとして書いてください。',
      );
    case 'revision-signed':
      return say(
        `この報告は第${failure.revision}版として決裁済みのため、変更できません。`,
        '決裁を受けた内容はそのまま保管しています。',
        '直す必要があるときは、理由を書いて次の版を始めてください。',
      );
    case 'state-refused': {
      const { happened, next } = stateSentences(failure.refusal);
      return say(happened, '書いてある内容はそのままです。', next);
    }
    case 'suggestion-missing':
      return say(
        'この指摘は、今のファイルにありません。',
        '報告の内容はそのままです。',
        '指摘の一覧を開き直してください。',
      );
    case 'report-not-signed':
      return say(
        'この報告はまだ決裁を受けていないため、次の版を始められません。',
        '報告の内容はそのままです。',
        '今の版をそのまま直すことができます。',
      );
    case 'sign-off-missing':
      return say(
        `第${failure.revision}版の決裁の記録は、このファイルにありません。`,
        '',
        '決裁の一覧から選び直してください。',
      );
    case 'signed-text-differs':
      return say(
        `「${failure.path}」の内容が、今の報告と${failure.cells.length + failure.more}か所違います。${list(
          failure.cells.map(({ row, field }) => cellWords(row, field)),
          failure.more,
        )}`,
        '決裁は記録していません。報告の内容はそのままです。',
        '決裁を受けたファイルかどうか確かめるか、朱書きとして取り込んで内容をそろえてから、もう一度記録してください。',
      );
    case 'signed-has-changes':
      return say(
        `「${failure.path}」に、まだ反映も取り消しもされていない変更履歴が${failure.changes}か所あります。`,
        '決裁は記録していません。',
        'Word で変更履歴をすべて反映または取り消して保存するか、朱書きとして取り込んでください。',
      );
    case 'part-refused':
      return say(
        `「${failure.path}」は、${partRefusals[failure.why]}`,
        nothingStored,
        partRemedies[failure.why],
      );
    case 'section-unknown':
      return say(
        `この報告に、担当課「${failure.section.slice(0, 60)}」の取組はありません。`,
        'ファイルは作成していません。',
        failure.sections.length === 0
          ? '取組に担当課名を入力してから、もう一度行ってください。'
          : `担当課を選び直してください（${failure.sections.slice(0, 12).join('、')}）。`,
      );
    case 'rows-by-title':
      return say(
        `「${failure.path}」の取組${failure.rows}件は、配布したときの目印がなく、取組名から見分けました。`,
        nothingStored,
        '取り込む前に、どの取組として取り込むかを確かめてください。',
      );
    case 'nothing-handed-in':
      return say(
        `${failure.section.slice(0, 60)}から取り込んだ提出がありません。`,
        '受領書は作成していません。',
        '提出を取り込んでから、もう一度行ってください。',
      );
    case 'word-given-out':
      return say(
        `「${failure.path}」は、課に配布した Word ファイルです。`,
        nothingStored,
        '課からの提出として取り込んでください。',
      );
    case 'conflict-settled':
      return say(
        'この食い違いは、すでに解消されているか、提出の取り込みが取り消されています。',
        '何も変更していません。',
        '食い違いの一覧を開き直してください。',
      );
    case 'conflicts-open':
      return say(
        `提出された内容との食い違いが${failure.conflicts}か所残っています。`,
        '決裁は記録していません。',
        '食い違いをすべて解消してから、もう一度行ってください。',
      );
    case 'word-refused':
      return say(
        `「${failure.path}」は、${wordRefusals[failure.why]}`,
        nothingStored,
        wordRemedies[failure.why] ??
          'Word で開いて .docx 形式で保存し直すか、別のファイルを選んでください。',
      );
    case 'word-not-ours':
      return say(
        `「${failure.path}」は、このプログラムから書き出した報告ではありません。`,
        nothingStored,
        'このプログラムで書き出した Word ファイルを選んでください。ほかで作った報告は「取り込む」から読み込めます。',
      );
    case 'word-from-the-future':
      return say(
        `「${failure.path}」は、このプログラムより新しい版から書き出されたものです（印の形式 ${failure.format.slice(0, 20)}）。`,
        nothingStored,
        'このパソコンのプログラムを新しい版に入れ替えてから、もう一度選んでください。',
      );
    case 'word-form-unknown':
      return say(
        `「${failure.path}」の様式「${failure.form.slice(0, 40)}」は、このプログラムにありません。`,
        nothingStored,
        'その様式のあるパソコンで取り込むか、プログラムを新しい版に入れ替えてください。',
      );
    case 'word-of-unknown-report':
      return say(
        `「${failure.path}」のもとの報告は、今開いているファイルにありません。`,
        nothingStored,
        'この Word を書き出したときの .sengen ファイルを開いてから、もう一度選んでください。',
      );
    case 'word-of-another-report':
      return say(
        `「${failure.path}」は、別の報告から書き出したものです。`,
        nothingStored,
        'この報告から書き出したファイルを選んでください。',
      );
    case 'word-revision-unknown':
      return say(
        `「${failure.path}」は第${failure.revision}版ですが、このファイルの報告は第${failure.current}版までです。`,
        nothingStored,
        '新しい版のある .sengen ファイルを開いてから、もう一度選んでください。',
      );
    case 'word-content-unknown':
      return say(
        `「${failure.path}」を書き出したときの内容が、今開いているファイルの記録にありません。`,
        nothingStored,
        'この Word を書き出したパソコンの .sengen ファイルを開いてから、もう一度選んでください。',
      );
    case 'nothing-to-undo':
      return say('元に戻す操作はありません。', '', '');
    case 'nothing-to-redo':
      return say('やり直す操作はありません。', '', '');

    case 'report-table-missing':
      return say(
        `「${failure.path}」に、報告の表が見つかりません（表は${failure.tables}個ありました）。${seenWords(failure.seen)}`,
        nothingStored,
        '「取組名」「取組内容」「達成目標」などの見出しがあるファイルを選んでください。見出しの言葉が違うときは、Word でその言葉に直してから取り込んでください。',
      );
    case 'form-table-missing':
      return say(
        `「${failure.path}」に、様式のもとにできる表が見つかりません（表は${failure.tables}個ありました）。`,
        'ファイルも報告も変わっていません。',
        '上に見出しが並んだ表のあるファイルを選ぶか、「白紙から作る」で列を並べてください。',
      );
    case 'report-year-missing':
      return say(
        `「${failure.path}」が何年度の報告か分かりません。`,
        nothingStored,
        '表の上の標題に「令和7年度」のように年度を書いてから、もう一度取り込んでください。',
      );
    case 'report-names-missing':
      return say(
        `「${failure.path}」に、${failure.parts.map((part) => headingNames[part]).join('と')}が書かれていません。`,
        nothingStored,
        '取り込む前の確認の画面で書き足してください。コマンドでは --municipality（市区町村名）、--department（部名）で補えます。',
      );
    case 'rules-full':
      return say(
        '文書の決まりは、用語も見送った箇所も、それぞれ5,000件までです。',
        '文書の決まりは変えていません。',
        '使わなくなった用語や見送りを消してから、もう一度行ってください。',
      );
    case 'word-list-missing':
      return say(
        `「${failure.path}」には、用語の一覧が見つかりません。`,
        '文書の決まりは変えていません。',
        '「使わない語」「使う語」の2列の表か、「子供 → 子ども」のような行が書かれたファイルを選んでください。',
      );
    case 'import-too-little':
      return say(
        `「${failure.path}」は、${failure.paragraphs}段落のうち${failure.placed}段落しか読み取れませんでした。`,
        nothingStored,
        '表の見出しを「取組内容」「達成目標」などに直すか、画面で読み取った内容を一つずつ確かめながら取り込んでください。',
      );
    case 'import-overtaken':
      return say(
        '取り込んだあとで報告がさらに変更されたため、取り込みだけを取り消すことはできません。',
        '報告は今のままです。',
        '報告を開き、「元に戻す」（Ctrl+Z）で新しい変更から順に戻してください。',
      );
    case 'too-many-files':
      return say(
        `一度に取り込めるのは${failure.limit}件までです（${failure.files}件選ばれています）。`,
        nothingStored,
        '何回かに分けて選んでください。',
      );
    case 'report-chosen-twice':
      return say(
        `「${failure.fileName}」は、「${failure.other}」と同じ年度・同じ部の報告です。`,
        'このファイルは取り込んでいません。',
        'どちらか一方を選んで取り込むか、年度・部名を確かめてください。',
      );
    case 'reading-missing':
      return say(
        '取り込もうとした内容は、すでに取り込んだか、別のファイルを読んだため残っていません。',
        nothingStored,
        'もう一度ファイルを選んでください。',
      );
    case 'dropped-file-forgotten':
      return say(
        '置かれたファイルが分からなくなりました。',
        nothingStored,
        'もう一度ファイルを置くか、ボタンからファイルを選んでください。',
      );
    case 'dropped-file-without-place':
      return say(
        `「${failure.name}」は、このパソコンに保存されていません。`,
        nothingStored,
        'メールや圧縮ファイルの中にあるときは、いったんフォルダーに保存してから置いてください。',
      );
    case 'file-missing':
      return say(
        `ファイル「${failure.path}」が見つかりません。`,
        nothingStored,
        '場所と名前を確かめて、もう一度選んでください。',
      );
    case 'file-is-a-folder':
      return say(`「${failure.path}」はフォルダーです。`, nothingStored, 'ファイルを選んでください。');
    case 'dropped-folder-unusable':
      return say(
        `「${failure.path}」を受け取れません。写しを置くフォルダー「${failure.folder}」に書き込めません。`,
        nothingStored,
        'ディスクの空きと、フォルダーに書き込む権限を確かめて、もう一度ドロップしてください。「取り込む」から選ぶこともできます。',
      );
    case 'file-is-a-device':
      return say(
        `「${failure.path}」は、ふつうのファイルではありません（装置など、読み終わりのないものです）。`,
        nothingStored,
        'ファイルを選んでください。',
      );
    case 'reading-ended':
      return say(
        `「${failure.path}」の読み取りを途中でやめました。${readingEnds[failure.why]}`,
        nothingStored,
        '報告のファイルかどうか確かめてください。Word で開けるときは、報告の表だけを新しい文書に写して保存し、それを選んでください。',
      );
    case 'file-unreadable':
      return say(
        `「${failure.path}」を読めません（${failure.cause}）。`,
        nothingStored,
        '別のプログラムで開いていれば閉じ、読む権限があるか確かめてください。',
      );
    case 'file-too-large':
      return say(
        `「${failure.path}」は大きすぎます（${megabytes(failure.bytes)}）。取り込めるのは ${megabytes(failure.limit)} までです。`,
        nothingStored,
        '報告のファイルかどうか確かめてください。',
      );
    case 'file-kind-unknown':
      return say(
        `「${failure.path}」の種類は扱えません。`,
        '何も変更していません。',
        `名前が ${failure.accepted.map((ending) => `.${ending}`).join('、')} で終わるファイルを指定してください。`,
      );
    case 'file-not-utf8':
      return say(
        `「${failure.path}」の文字コードが UTF-8 ではありません。`,
        nothingStored,
        'UTF-8 で保存し直してから取り込んでください。',
      );
    case 'json-broken':
      return say(
        `「${failure.path}」は JSON として読めません（${failure.line}行目の${failure.column}文字目）。`,
        nothingStored,
        'その箇所のかっこ・引用符・コンマを直すか、書き出し直したファイルを使ってください。',
      );
    case 'json-too-many':
      return say(
        `「${failure.path}」は値が多すぎます（${failure.limit / 10_000}万個まで）。`,
        nothingStored,
        '報告のファイルかどうか確かめてください。',
      );
    case 'json-too-deep':
      return say(
        `「${failure.path}」は入れ子が深すぎます（${failure.limit}段まで）。`,
        nothingStored,
        '報告のファイルかどうか確かめてください。',
      );
    case 'format-unknown':
      return say(
        failure.format === ''
          ? `「${failure.path}」には形式（format）が書かれていません。`
          : `「${failure.path}」の形式「${failure.format.slice(0, 60)}」は扱えません。`,
        nothingStored,
        `「"format": "${failure.wanted}"」の${wantedFiles[failure.wanted]}を選んでください。`,
      );
    case 'format-from-the-future':
      return say(
        `「${failure.path}」は、このプログラムより新しい形式（${failure.format}）です。`,
        nothingStored,
        `プログラムを新しい版に入れ替えるか、${failure.wanted} の形式で書き出し直してください。`,
      );
    case 'content-invalid':
      return say(
        `「${failure.path}」の内容に、形式に合わない箇所があります。${list(failure.issues.map(issueWords), failure.more)}`,
        nothingStored,
        'その箇所を直してから、もう一度取り込んでください。',
      );
    case 'control-characters':
      return say(
        `「${failure.path}」に、文書に書けない制御文字があります。${list(
          failure.places.map(({ path, character }) => `${placeWords(path)}（${character}）`),
          failure.more,
        )}`,
        nothingStored,
        'その文字を取り除いてから、もう一度取り込んでください。',
      );

    case 'path-too-long':
      return say(
        failure.part === 'name'
          ? `「${shortened(failure.path)}」は、ファイルの名前が長すぎます。`
          : `「${shortened(failure.path)}」は、フォルダーの場所とファイルの名前を合わせた長さが、使える長さを超えています。`,
        libraryUntouched,
        pathAdvice(failure),
      );
    case 'target-folder-missing':
      return say(
        `書き込み先のフォルダーが見つかりません（${failure.path}）。`,
        '何も書き出していません。',
        'フォルダーがあるか、共有フォルダーにつながっているか確かめて、もう一度書き出してください。',
      );
    case 'target-is-a-folder':
      return say(
        `「${failure.path}」はフォルダーです。`,
        '何も書き出していません。',
        'ファイルの名前を指定してください。',
      );
    case 'target-is-a-device':
      return say(
        `「${failure.path}」は、ふつうのファイルではありません（装置など）。`,
        '何も書き出していません。そこにあるものも、そのままです。',
        '別の名前を指定してください。',
      );
    case 'target-in-use':
      return say(
        `「${failure.path}」は Word などで開かれているため、書き込めません。`,
        targetIntact,
        '開いているプログラムで閉じてから、もう一度書き出してください。別の名前で書き出すこともできます。',
      );
    case 'target-read-only':
      return say(
        `「${failure.path}」は読み取り専用のため、書き込めません。`,
        targetIntact,
        '読み取り専用を解除するか、別の場所・別の名前を指定してください。',
      );
    case 'disk-full':
      return say(
        `空き容量が足りないため、「${failure.path}」に書き込めません。`,
        targetIntact,
        '不要なファイルを片付けて空きを作るか、別の場所を指定してください。',
      );
    case 'write-failed':
      return say(
        `「${failure.path}」に書き込めません（${failure.cause}）。`,
        targetIntact,
        '接続や装置を確かめて、もう一度試してください。続くときは別の場所を指定してください。',
      );

    case 'request-unknown':
    case 'request-invalid':
      return say(
        `プログラムの部品どうしの版が合っていません（${failure.request}）。`,
        '保存済みの内容はそのままです。',
        '画面を閉じて、プログラムを起動し直してください。',
      );
    case 'cancelled':
      return say('中止しました。', '何も変更していません。', '');
    case 'library-changed':
      return say(
        '別のウィンドウで、ほかの報告ファイルが開かれました。この画面の報告は、いま開いているファイルのものではありません。',
        '入力中の内容はこの画面にあり、書きかけとしても残っています。いま開いているファイルには何も書き込んでいません。',
        'もとのファイルを開き直すと、続けて保存できます。いま開いているファイルを使うときは、この画面を読み込み直してください。',
      );
    case 'unreachable':
      return say(
        'プログラムの本体とつながりません。',
        '入力中の内容はこの画面に残っています。',
        'この画面を閉じずに、本体が動いているか確かめてください。つながると自動で保存します。',
      );
    case 'browser-unknown':
      return say(
        'このブラウザーは、いま動いている Sengen とつながっていません。',
        '保存済みの内容はそのままです。入力した文があれば、この画面に残っています。',
        'Sengen のアドレスは、一つのブラウザーで一度だけ使えます。はじめに開いたブラウザーを使うか、Sengen を終わらせてもう一度起動し、新しいアドレスをこのブラウザーで開いてください。この画面は開いたままにしておくと、自動でつながります。',
      );
    case 'request-too-large':
      return say(
        `一度に保存する内容が大きすぎます（${megabytes(failure.bytes)}）。一度に保存できるのは ${megabytes(failure.limit)} までです。`,
        '保存済みの内容はそのままです。',
        '何回かに分けて行ってください。',
      );
    case 'answer-unreadable':
      return say(
        `プログラムの本体から、読み取れない答えが返りました（${failure.answer}）。`,
        '入力中の内容はこの画面に残っています。',
        'この画面を閉じずに、プログラムを起動し直してください。',
      );
    case 'unexpected':
      return say(
        `予期しない問題が起きました（番号 ${failure.reference}）。`,
        '保存済みの内容はそのままです。',
        'もう一度試してください。続くときは、この番号を情報担当に伝えてください。',
      );
  }
}

type LostLibrary = Extract<Failure, { code: 'library-lost' }>;

const losses: Readonly<Record<LostLibrary['how'], string>> = {
  missing: 'が、開いている間に移動されたか、削除されました',
  replaced: 'が、開いている間に別のファイルに置き換えられました',
  overwritten: 'の中身が、開いている間に別のプログラムによって書き換えられました',
};

function lostWords({ path, how, rescued }: LostLibrary): FailureSentences {
  const happened = `ファイル「${path}」${losses[how]}（同期ソフトやコピーなど）。`;
  if (rescued === null) {
    return say(
      `${happened}このファイルへの保存を止めました。`,
      '保存した内容と入力中の内容は、この画面とプログラムが持っています。まだ新しいファイルには書き出せていません。',
      'この画面とプログラムを閉じずに、ディスクの空きを作るか、フォルダーの書き込みを許可してください。書き出せるまで自動で繰り返します。',
    );
  }
  const { file, backup, rest } = rescued;
  const safe =
    backup === null
      ? 'それまでに保存した内容は、すべて新しいファイルに書き出してあります。入力中の内容も控えに残っています。'
      : `${stampWords(backup)}の控え（バックアップ）を新しいファイルに、その後の分を含む読み取れた内容を「${rest ?? ''}」に書き出してあります。入力中の内容も控えに残っています。`;
  return say(
    `${happened}このファイルへの保存を止めました。`,
    safe,
    // A page that says for itself what is safe must still say where.
    `新しいファイル「${file}」を「報告の一覧」の「新しいファイルを開く」で開き、続けてください。もとの場所のファイルには手を加えていません。どちらの内容を残すかは、両方を確かめてから決めてください。`,
  );
}

function say(happened: string, safe: string, next: string): FailureSentences {
  return { happened, safe, next };
}

function pathAdvice({ part, over }: PathTooLong): string {
  const less = over === null ? '' : `あと ${over.toLocaleString('ja-JP')}文字以上`;
  return part === 'name'
    ? `ファイルの名前を${less}短くして、もう一度試してください。`
    : `ファイルの名前を${less}短くするか、もっと浅いフォルダーを選んでください。共有フォルダーは、ドライブ文字を割り当てると短くなります。`;
}

/** A name too long to be read whole: its beginning and its end. */
function shortened(text: string): string {
  const characters = [...text];
  if (characters.length <= 60) return text;
  return `${characters.slice(0, 30).join('')}…${characters.slice(-25).join('')}`;
}

function list(places: readonly string[], more: number): string {
  const shown = places.slice(0, 5);
  const rest = more + places.length - shown.length;
  return `${shown.join('、')}${rest > 0 ? `、ほか${rest}か所` : ''}。`;
}

function schemaWords(objects: readonly SchemaObject[], more: number): string {
  const shown = objects.slice(0, 3).map(({ kind, name, isOurs }) => {
    const what = isOurs ? `書き換えられた${schemaKinds[kind]}` : schemaKinds[kind];
    return `${what}「${shortened(name)}」`;
  });
  const rest = more + objects.length - shown.length;
  return `${shown.join('、')}${rest > 0 ? `、ほか${rest}件` : ''}`;
}

const schemaKinds: Readonly<Record<SchemaObject['kind'], string>> = {
  table: '表',
  index: '索引',
  view: 'ビュー',
  trigger: 'トリガー',
};

const readingEnds: Readonly<Record<'time' | 'memory' | 'died', string>> = {
  time: '中身が込み入りすぎていて、時間がかかりすぎるためです。',
  memory: '中身が大きすぎて、メモリーを使いすぎるためです。',
  died: '中身が大きすぎるか壊れていて、読み取りの処理が止まったためです。',
};

const partRefusals: Readonly<Record<PartRefusal, string>> = {
  'not-part': '配布・提出のファイル（.sengen-part）ではありません。',
  broken: '壊れているため、読み取れません。',
  tampered: '作られた後に書き換えられています。',
  'too-large': '大きすぎるため、読み込めません。',
  future: 'このプログラムより新しい版で作られたものです。',
  'not-handed-in': '課に配布したファイルで、課から提出されたものではありません。',
  'not-given-out': '提出のファイルで、課に配布されたものではありません。',
  'begun-before': 'すでにこのファイルに取り込まれている報告のものです。',
  'other-report': '今開いているファイルにない報告のものです。',
  'other-form': '別の様式で書かれています。',
  'other-section': '提出した課の担当でない取組を含んでいます。',
  'unknown-base': 'この報告から配布されたものではありません。',
  exported: '書き出した報告の Word ファイルで、課に配布したものではありません。',
};

const partRemedies: Readonly<Record<PartRefusal, string>> = {
  'not-part': '「配布」または「提出」で作ったファイルを選んでください。',
  broken: '作り直したファイルを、もう一度受け取ってください。',
  tampered: '提出した課に、ファイルを作り直してもらってください。',
  'too-large': '提出した課に、ファイルを作り直してもらってください。',
  future: 'このパソコンのプログラムを新しい版に入れ替えてから、もう一度選んでください。',
  'not-handed-in': '課が記入して提出したファイルを選んでください。',
  'not-given-out': '取りまとめ担当から配布されたファイルを選んでください。',
  'begun-before': '前に作ったファイルを開いて、続きを書いてください。',
  'other-report': '配布したときの .sengen ファイルを開いてから、もう一度選んでください。',
  'other-form': '様式をそろえてから、課に提出し直してもらってください。',
  'other-section': '担当の取組だけを提出するよう、課に頼んでください。',
  'unknown-base': '配布したときの .sengen ファイルを開くか、配布し直してください。',
  exported:
    '朱書きは「Word の朱書きを取り込む」から、課の提出は課に配布した Word ファイルで取り込んでください。',
};

const wordRefusals: Readonly<Record<WordRefusal, string>> = {
  empty: '中身が空です。',
  'not-word': 'Word のファイル（.docx）ではありません。',
  'old-format': '古い形式の Word ファイル（.doc）です。',
  encrypted: 'パスワードで保護されているため、読めません。',
  macros: 'マクロを含んでいるため、開きません。',
  'too-large': '報告のファイルとしては大きすぎます。',
  broken: '壊れているため、読めません。',
  tampered: '安全でない作りのため、開きません。',
};

/** 「担当」「予算」…: what was seen where headings were looked for. */
function seenWords(seen: readonly string[]): string {
  return seen.length === 0 ? '' : `見つかった言葉は、${seen.map((text) => `「${text}」`).join('')}です。`;
}

/** What to do about a refused file, where there is more to say than to save it again. */
const wordRemedies: Partial<Readonly<Record<WordRefusal, string>>> = {
  empty: '.docx 形式の Word ファイルを選んでください。',
  'not-word': '.docx 形式の Word ファイルを選んでください。',
  'old-format':
    'Word で開き、「名前を付けて保存」でファイルの種類を「Word 文書（.docx）」にして保存し、そのファイルを選んでください。',
  encrypted: 'Word で開き、パスワードを外して保存してから、もう一度選んでください。',
  macros:
    'Word で開き、「名前を付けて保存」でファイルの種類を「Word 文書（.docx）」（マクロなし）にして保存し、そのファイルを選んでください。',
};

/** 3番の「達成目標」; places outside the rows by their own names. */
function cellWords(row: number | null, field: string): string {
  const name = outsideNames[field] ?? fieldNames[field as InitiativeField] ?? field;
  return row === null ? name : `${row}番の${name}`;
}

const outsideNames: Readonly<Record<string, string>> = {
  reportTitle: '表題',
  headLine: '職・氏名',
  columns: '表の見出し',
  outside: '表の外',
  number: '番号',
  row: '行全体',
};

const expectations: Readonly<Record<string, string>> = {
  string: '文字列',
  number: '数',
  boolean: 'true か false',
  Array: '一覧（[ ]）',
  Object: '項目の集まり（{ }）',
};

/** `initiatives[0].title` expected a string → 1番目の取組の取組名（文字列が必要です） */
function issueWords({ path, expected, found }: ContentIssue): string {
  const place = placeWords(path);
  if (found === 'undefined') return `${place}（ありません）`;
  const wanted = expectations[expected];
  if (wanted !== undefined) return `${place}（${wanted}が必要です）`;
  return `${place}（${found} は使えません）`;
}

/** What a file of each format is called. */
const wantedFiles = {
  'sengen-report/1': '報告データ',
  'sengen-form/1': '様式のファイル',
  'sengen-rules/1': '表記規則のファイル',
  'sengen-part/1': '配布・提出ファイル',
} as const;
