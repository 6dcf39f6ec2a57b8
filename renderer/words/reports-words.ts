/** What can be taken in now, as a person says it. */
const importable = 'ほかのパソコンの Sengen から渡された報告データ（.json）';

/** Words of the first screen. */
export const reportsWords = {
  heading: '報告の一覧',
  product: 'Sengen',
  tagline: '部長の目標宣言・達成状況報告',
  create: '新しい報告を作る',
  sample: '見本を入れる',
  import: '報告データを取り込む',
  importHelp: `${importable}を取り込みます。`,
  openLibrary: '別のファイルを開く',
  createLibrary: '新しいファイルを作る',
  recent: {
    heading: '最近使ったファイル',
    opened: (when: string) => `${when} に開きました`,
    forget: (name: string) => `「${name}」をこの一覧から外す（ファイルは消えません）`,
    entry: (name: string) => `${name} を開く`,
  },
  file: '開いているファイル',
  place: 'ファイルの場所',
  starting: '読み込んでいます…',
  again: 'もう一度試す',
  libraryRefused: 'ファイルを開けませんでした',
  empty: {
    heading: '最初の報告を作りましょう',
    text: 'このファイルには、まだ報告がありません。次のどれかから始められます。どれを選んでも、あとから変えられます。',
    create: {
      heading: '今年度の報告を作る',
      text: '市区町村名、部名、年度、部長名を入れると、表の1行目から書き始められます。',
    },
    sample: {
      heading: '見本で試す',
      text: '架空の市の報告（取組15件）を入れます。自由に書き換えられ、いつでもごみ箱に移せます。',
    },
    open: {
      heading: '前に作ったファイルを開く',
      text: '前年度の報告などが入ったファイル（.sengen）を選びます。今のファイルはそのまま残ります。',
    },
    word: { heading: 'Word で作った報告から始める' },
    import: {
      heading: '報告データを取り込む',
      text: `${importable}を取り込み、続きから書けます。`,
    },
    importFile: 'ファイルから取り込む',
  },
  search: 'すべての報告から探す',
  searchHelp: '取組名や本文のことばで探せます',
  searchButton: '探す',
  signed: (revision: number) => `決裁済み${revision > 1 ? `（第${revision}版）` : ''}`,
  revision: (revision: number) => `第${revision}版`,
  rows: (count: number) => `取組 ${count}件`,
  complete: (complete: number, rows: number) => `記入済み ${complete} / ${rows}件`,
  allComplete: (rows: number) => `すべて記入済み（${rows}件）`,
  noRows: '取組はまだありません',
  changed: (when: string) => `${when} 更新`,
  reportsOf: (year: string) => `${year}の報告`,
  remove: (name: string) => `${name}をごみ箱に移す`,
  removed: (name: string) => `「${name}」をごみ箱に移しました。`,
  putBack: '元に戻す',
  restored: (name: string) => `「${name}」を報告の一覧に戻しました。`,
} as const;

interface Stray {
  readonly library: { readonly name: string } | null;
  readonly libraryIsThere: boolean;
  readonly yearLabel: string;
  readonly department: string;
}

/** Words for what was typed in reports that the list does not show any more. */
export const strayWords = {
  heading: '保存できていない書きかけがあります',
  text: '入力した報告が一覧にないか、入力したファイルが元の場所にないため、書きかけだけを取っておきました。要る文は「コピー」して、使うところに貼り付けてください。報告をごみ箱から戻すか、元のファイルを開けば、入力したところに戻ります。ファイルを移したり名前を変えたりしただけのときは、「このファイルの報告に入れる」を押してください。',
  typed: ({ library, libraryIsThere, yearLabel, department }: Stray, field: string) => {
    const report = `${yearLabel} ${department}`.trim();
    const where = [report === '' ? '報告' : `「${report}」`, field]
      .filter((part) => part !== '')
      .join('の');
    if (library === null) return `${where}に入力した文（どのファイルの報告かは記録がありません）`;
    return `${where}に入力した文（${library.name}${libraryIsThere ? '' : '：ファイルが見つかりません'}）`;
  },
  take: 'このファイルの報告に入れる',
  dismiss: '確認したので、書きかけを消す',
} as const;

/** Words of the bin. */
export const binWords = {
  heading: 'ごみ箱',
  link: (count: number) => (count === 0 ? 'ごみ箱' : `ごみ箱（${count}件）`),
  lead: '一覧から外した報告です。消えてはいないので、いつでも元に戻せます。',
  empty: {
    heading: 'ごみ箱は空です',
    text: '報告の一覧で「ごみ箱に移す」を選んだ報告が、ここに並びます。',
  },
  list: 'ごみ箱の報告',
  restore: (name: string) => `${name}を元に戻す`,
  restoreShort: '元に戻す',
  removedAt: (when: string) => `${when} にごみ箱へ`,
  back: '報告の一覧へ',
} as const;
