import type { EventPayload } from '../../shared/contract/events.ts';

type FilesWanted = EventPayload<'files.wanted'>;

const headings: { readonly [purpose in FilesWanted['purpose']]: string } = {
  'open-library': 'ファイルを開く',
  'create-library': '新しいファイルを作る',
  import: '取り込むファイルを選ぶ',
  export: '書き出すファイルの名前',
  'bring-back': '朱書きの入った Word ファイルを選ぶ',
  'sign-off': '決裁を受けた Word ファイルを選ぶ',
  verify: '確かめる Word ファイルを選ぶ',
  support: '問い合わせ用の情報を保存する',
  'second-backups': '控えの二つ目の場所を選ぶ',
  'read-form': '様式のファイルを選ぶ',
  'take-part': '配布または提出のファイルを選ぶ',
  'hand-in-folder': '提出用フォルダーを選ぶ',
  'give-out': '配布するファイルを書き出すフォルダーを選ぶ',
  'read-rules': '文書の決まり・用語一覧のファイルを選ぶ',
};

const confirmations: { readonly [purpose in FilesWanted['purpose']]: string } = {
  'open-library': '開く',
  'create-library': '作る',
  import: '取り込む',
  export: '書き出す',
  'bring-back': '取り込む',
  'sign-off': '記録する',
  verify: '確かめる',
  support: '保存する',
  'second-backups': 'この場所にする',
  'read-form': '読み込む',
  'take-part': '開く',
  'hand-in-folder': '選ぶ',
  'give-out': '書き出す',
  'read-rules': '読み込む',
};

/** Words of the file dialog. */
export const filesWords = {
  heading: (purpose: FilesWanted['purpose']) => headings[purpose],
  confirm: (purpose: FilesWanted['purpose']) => confirmations[purpose],
  confirmSeveral: (purpose: FilesWanted['purpose'], count: number) =>
    `${count}件を${confirmations[purpose]}`,
  folder: 'フォルダー',
  names: 'フォルダーにあるファイル',
  folders: '選べるフォルダー',
  noFolders: '選べるフォルダーが見つかりません。USBメモリーや共有フォルダーの場所を入力してください。',
  noNames: 'このフォルダーには、対象のファイルがありません。',
  all: 'すべて選ぶ',
  noneOfThem: 'すべて外す',
  severalHelp: 'いくつでも選べます。別のフォルダーのファイルは、場所を "…" で囲んで並べて入力します。',
  name: 'ファイル名',
  folderName: (purpose: FilesWanted['purpose']) =>
    purpose === 'second-backups' ? '控えを置くフォルダーの場所' : '書き出すフォルダーの場所',
  missingFolder: 'フォルダーを選ぶか、場所を入力してください。',
  cancel: 'やめる',
  missing: 'ファイル名を入力してください。',
  /** A file stands at the chosen place, though it was not on the list. */
  exists: (name: string) =>
    `「${name}」はもうあります。置き換えてよければ「置き換える」を、別の名前にするならファイル名を書き直してください。`,
  replace: '置き換える',
  replaces: '同じ名前のファイルがあります。書き出すと置き換わります。',
} as const;
