/** Words of what the program says of itself. */
export const aboutWords = {
  command: 'このプログラムについて',
  sought: ['バージョン', '版数', '問い合わせ', 'サポート', 'ライセンス', '著作権', 'about'],
  version: (version: string) => `Sengen 宣言 バージョン ${version}`,
  offline: 'ネットワークにはつながりません。報告は、このパソコンのファイルだけに保存します。',
  support: '問い合わせ用の情報',
  supportHelp:
    '不具合を問い合わせるときに、このまま渡せる情報です。報告の文章、氏名、ファイルの場所は入っていません。読んで確かめ、渡したくない行は消してから保存してください。',
  save: 'ファイルに保存',
  written: '保存しました。',
  licences: '使っているソフトウェアとフォントのライセンス',
  noLicences: '一覧は、組み立てたプログラムに入っています。',
} as const;
