import { app, dialog, type BrowserWindow, type FileFilter } from 'electron';
import { basename, extname, join } from 'node:path';
import type { Failure } from '../../shared/failure.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import type { FileWish } from '../application/ports.ts';
import { isThere } from '../files/places.ts';

const titles: Readonly<Record<FileWish['purpose'], string>> = {
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

const kinds: Readonly<Record<string, string>> = {
  sengen: 'Sengen ファイル',
  'sengen-part': '配布・提出ファイル',
  docx: 'Word 文書',
  json: 'JSON ファイル',
  txt: 'テキスト文書',
};

/** Asks for a file with the system's own dialog, over the window. */
export async function askForFile(window: BrowserWindow, wish: FileWish): Promise<Result<string>> {
  const options = optionsOf(wish);
  return wish.mode === 'open'
    ? askForExisting(window, options)
    : askForTarget(window, options, wish.endings[0] ?? '');
}

/** Asks for existing files, one or more. */
export async function askForFiles(
  window: BrowserWindow,
  wish: Omit<FileWish, 'mode'>,
): Promise<Result<readonly string[]>> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    ...optionsOf(wish),
    properties: ['openFile', 'multiSelections'],
  });
  return canceled || filePaths.length === 0 ? failed(cancelled) : success(filePaths);
}

/** Asks for a folder. */
export async function askForFolder(
  window: BrowserWindow,
  purpose: FileWish['purpose'],
): Promise<Result<string>> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: titles[purpose],
    properties: ['openDirectory', 'createDirectory'],
  });
  const path = filePaths[0];
  return canceled || path === undefined ? failed(cancelled) : success(path);
}

interface DialogOptions {
  readonly title: string;
  readonly filters: FileFilter[];
  readonly defaultPath: string;
}

function optionsOf({ purpose, endings, suggestedName }: Omit<FileWish, 'mode'>): DialogOptions {
  return {
    title: titles[purpose],
    filters: endings.map(filterOf),
    defaultPath: join(app.getPath('documents'), suggestedName),
  };
}

const cancelled: Failure = { code: 'cancelled' };

async function askForExisting(window: BrowserWindow, options: DialogOptions): Promise<Result<string>> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    ...options,
    properties: ['openFile'],
  });
  const path = filePaths[0];
  return canceled || path === undefined ? failed(cancelled) : success(path);
}

async function askForTarget(
  window: BrowserWindow,
  options: DialogOptions,
  ending: string,
): Promise<Result<string>> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, {
    ...options,
    properties: ['showOverwriteConfirmation', 'createDirectory'],
  });
  if (canceled || filePath === '') return failed(cancelled);
  if (ending === '' || extname(filePath).toLowerCase() === `.${ending}`) return success(filePath);
  // GTK's dialog adds no ending, so it has asked about another file than the one that we would write.
  const path = `${filePath}.${ending}`;
  return !isThere(path) || (await mayReplace(window, path)) ? success(path) : failed(cancelled);
}

async function mayReplace(window: BrowserWindow, path: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    message: `「${basename(path)}」はもうあります。置き換えますか。`,
    buttons: ['置き換える', 'やめる'],
    defaultId: 1,
    cancelId: 1,
    noLink: true,
  });
  return response === 0;
}

function filterOf(ending: string): FileFilter {
  return { name: kinds[ending] ?? `${ending.toUpperCase()} ファイル`, extensions: [ending] };
}
