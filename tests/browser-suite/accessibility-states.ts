import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { isLongRun } from '../support/how-many.ts';
import type { Shell } from '../support/shells.ts';
import { oldWordFile, sampleOf, writeYears } from '../support/years-of-files.ts';
import { layouts } from '../word-understanding/layouts.ts';
import { pasteInto } from './clipboard.ts';
import { openSampleReport as report, showSidePane } from './sample-library.ts';
import { handInStates } from './hand-in-states.ts';
import { exportSigned, exportTo, fromWordMenu, pressExport } from './word-files.ts';
import { outOfTrouble, troubleStates } from './trouble-states.ts';
import { wordStates } from './word-states.ts';

/** Everything that the page can have on show: how a person comes there from the list of reports. */
export interface ShownState {
  readonly name: string;
  /** A screen's name as in renderer/state/page/route-names.ts, or a component that is a dialog. */
  readonly shows: readonly string[];
  /** `library`: two years of the sample, or nothing yet. */
  readonly library: 'two years' | 'empty';
  /** `folder` is where Word files may be written and read. */
  open(shell: Shell, folder: string): Promise<void>;
}

/** States that are opened one after the other in the same window. */
export interface Round {
  readonly name: string;
  readonly states: readonly ShownState[];
  /** Goes back to where each begins. */
  back(page: Page): Promise<void>;
}

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first();

const sideTab =
  (name: string) =>
  async (page: Page): Promise<void> => {
    await report(page);
    await showSidePane(page);
    await page.getByRole('tab', { name }).click();
    await page.getByRole('tab', { name, selected: true }).waitFor();
  };

const cell =
  (name: string) =>
  async (page: Page): Promise<void> => {
    await table(page);
    await page.getByRole('button', { name: `No.2 ${name}を編集` }).focus();
    await page.keyboard.press('Enter');
    await page.locator('[data-open]').waitFor();
  };

/** Opens the report's table, unless it is open. */
async function table(page: Page): Promise<void> {
  if (await page.getByRole('table', { name: '取組の表' }).isVisible()) return;
  await report(page);
  await button(page, '表全体').click();
  await page.getByRole('table', { name: '取組の表' }).waitFor();
}

const on = (
  screen: string | readonly string[],
  name: string,
  open: (page: Page, shell: Shell, file: string) => Promise<unknown>,
  library: ShownState['library'] = 'two years',
): ShownState => ({
  name,
  shows: typeof screen === 'string' ? [screen] : screen,
  library,
  open: async (shell, folder) => void (await open(shell.page, shell, join(folder, '報告.docx'))),
});

const exported = async (page: Page, shell: Shell, file: string): Promise<void> => {
  await report(page);
  await exportTo(shell, file);
};

const signed = async (page: Page, shell: Shell, file: string): Promise<void> => {
  await report(page);
  await exportSigned(shell, file);
  await page.getByText('第1版は決裁済みです').first().waitFor();
};

/** Files that lack something, unless they are on show: two are of one report, one has tracked changes and one can't be read. */
const manyFiles = async (page: Page, shell: Shell, file: string): Promise<void> => {
  const dialog = page.getByRole('dialog', { name: /^読み取ったファイル/ });
  if (await dialog.isVisible()) return;
  const folder = dirname(file);
  const write = (name: string, bytes: Uint8Array): string => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };
  const layoutOf = (wanted: string) => layouts.find(({ name }) => name === wanted) ?? layouts[0];
  const paths = [
    ...writeYears(folder, [2023, 2025]).map(({ path }) => path),
    write('写し.docx', layouts[0]?.make(sampleOf(2023)) ?? new Uint8Array()),
    write('年度なし.docx', layouts[0]?.make({ ...sampleOf(2022), yearLabel: '' }) ?? new Uint8Array()),
    write(
      '変更履歴.docx',
      layoutOf('tracked changes, taken as accepted')?.make(sampleOf(2021)) ?? new Uint8Array(),
    ),
    write('旧形式.docx', oldWordFile),
  ];
  await shell.chooseFile(paths, () => button(page, 'Word ファイルから取り込む').click());
  await dialog.getByRole('button', { name: /件を取り込む$/ }).click();
  await dialog
    .getByText(/を入れてください。/)
    .first()
    .waitFor();
};

/** Explains words that are written otherwise, in the text. */
const explained = async (page: Page): Promise<void> => {
  await report(page);
  const plan = page.getByRole('main').getByRole('textbox', { name: '取組内容', exact: true });
  await plan.fill('取り組みを行ないます。\n取り組みを続けます。');
  await page.waitForFunction(() => (CSS.highlights.get('finding-warning')?.size ?? 0) >= 2);
  await plan.evaluate((it: HTMLTextAreaElement) => it.setSelectionRange(0, 0));
  await page.keyboard.press('Alt+F7');
  await page.getByRole('dialog', { name: /指摘：/ }).waitFor();
};

const chooseForm = async (page: Page): Promise<void> => {
  await report(page);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: /実行したいこと/ }).fill('様式を選ぶ');
  await page.keyboard.press('Enter');
  await page.getByRole('dialog', { name: '様式を選ぶ' }).waitFor();
};

export const shownStates: readonly ShownState[] = [
  on('reports', 'the first start', (page) => button(page, '見本を入れる').waitFor(), 'empty'),
  on('reports', 'the list of reports', (page) =>
    page.getByRole('link', { name: 'くらし安心部' }).first().waitFor(),
  ),
  on('new-report', 'a new report', (page) => button(page, '新しい報告を作る').click()),
  on('new-report', 'a new report with mistakes', async (page) => {
    await button(page, '新しい報告を作る').click();
    await button(page, 'この内容で作る').click();
    await page.getByText(/＊/).first().waitFor();
  }),
  on('bin', 'the empty bin', async (page) => {
    await page.getByRole('link', { name: /^ごみ箱/ }).click();
    await page.getByRole('heading', { name: 'ごみ箱は空です' }).waitFor();
  }),
  on('bin', 'a report in the bin', async (page) => {
    await button(page, /をごみ箱に移す/).click();
    await page.getByRole('link', { name: /^ごみ箱/ }).click();
    await page.getByRole('list', { name: 'ごみ箱の報告' }).waitFor();
  }),
  on(
    ['backups', 'BackupsScreen'],
    'the backups, one of them looked into and to be restored',
    async (page) => {
      await page.keyboard.press('Control+k');
      await page.keyboard.type('ひかえ');
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { level: 1, name: '控え（バックアップ）' }).waitFor();
      await button(page, '今すぐ控えを作る').click();
      await page.getByRole('list', { name: '控えの一覧' }).waitFor();
      await button(page, /の控えの中身を見る$/).click();
      await button(page, 'ファイル全体をこの控えに戻す').click();
      await page.getByRole('dialog', { name: 'ファイル全体を控えに戻しますか' }).waitFor();
    },
  ),
  on('help', 'the help', async (page) => {
    await page.keyboard.press('F1');
    await page.getByRole('heading', { level: 1, name: '使い方' }).waitFor();
  }),
  on('search', 'the search before a word', async (page) => {
    await page.keyboard.press('Control+Shift+F');
    await page.getByRole('heading', { level: 1, name: 'すべての報告から探す' }).waitFor();
  }),
  on('search', 'what the search found', async (page) => {
    await page.keyboard.press('Control+Shift+F');
    await page.getByRole('searchbox').fill('町内会');
    await page
      .getByText(/件見つかりました/)
      .first()
      .waitFor();
  }),
  on('search', 'a search without hits', async (page) => {
    await page.keyboard.press('Control+Shift+F');
    await page.getByRole('searchbox').fill('存在しない言葉');
    await page
      .getByText(/を含む取組はありません/)
      .first()
      .waitFor();
  }),
  on('report', 'a row’s form', report),
  on('report', 'the manual beside a row', async (page) => {
    await report(page);
    await page.keyboard.press('F1');
    await page.getByRole('complementary', { name: '使い方' }).getByRole('textbox').fill('改ページ');
    await page.getByText('項目に見つかりました。').waitFor();
  }),
  on('report', 'the heading’s form', async (page) => {
    await report(page);
    await page.getByRole('listbox', { name: '取組の一覧' }).focus();
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: /実行したいこと/ }).fill('標題');
    await page.keyboard.press('Enter');
    await page.getByLabel(/^部名/).waitFor();
  }),
  on('report', 'a new, empty row', async (page) => {
    await report(page);
    await button(page, '取組を追加').click();
    await page.getByText('No.2 （取組名なし）').first().waitFor();
  }),
  on('report', 'rows picked out', async (page) => {
    await report(page);
    await page.getByLabel('状態で絞り込む').selectOption({ label: '未達成あり' });
    await page.getByText(/絞り込み中/).waitFor();
  }),
  on('report', 'several rows chosen', async (page) => {
    await report(page);
    await page.getByRole('listbox', { name: '取組の一覧' }).focus();
    await page.keyboard.press('Shift+ArrowDown');
    await page.getByText(/件を選択中/).waitFor();
  }),
  on('report', 'the pane of rows shut', async (page) => {
    await report(page);
    await button(page, '取組の一覧を隠す').click();
  }),
  on('report', 'a row just removed', async (page) => {
    await report(page);
    await button(page, 'この取組を削除').click();
    await button(page, '削除を取り消す').waitFor();
  }),
  on('report', 'find and replace', async (page) => {
    await report(page);
    await page.keyboard.press('Control+h');
    await page.getByRole('textbox', { name: '探す言葉', exact: true }).waitFor();
  }),
  on('report', 'the table', table),
  on('report', 'a selected cell of the table', async (page) => {
    await table(page);
    await page.getByRole('button', { name: 'No.2 達成目標を編集' }).focus();
    await page.getByRole('textbox', { name: 'No.2 達成目標を編集' }).waitFor();
  }),
  on('report', 'a cell of the table: title', cell('取組名・担当課名')),
  on('report', 'a cell of the table: plan', cell('取組内容')),
  on('report', 'a cell of the table: targets', cell('達成目標')),
  on('report', 'a cell of the table: results', cell('取組結果・今後の取組の方向性')),
  on('report', 'a cell of the table: outcomes', cell('目標達成状況')),
  on('report', 'a row’s menu in the table', async (page) => {
    await table(page);
    await page.getByRole('button', { name: 'No.2 の操作' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitemcheckbox', { name: 'この取組の前で改ページする' }).click();
    await page.getByRole('button', { name: 'No.2 の操作' }).click();
    await page.getByRole('menu').waitFor();
  }),
  on(['report', 'CopyRowDialog'], 'the report that a row is copied into', async (page) => {
    await table(page);
    await page.getByRole('button', { name: 'No.2 の操作' }).click();
    await page.getByRole('menuitem', { name: '別の報告へ写す…' }).click();
    await page.getByRole('dialog').getByRole('list').getByRole('button').first().waitFor();
  }),
  ...Object.entries({
    'last year': '前年度',
    guidance: '手引',
    findings: '確認',
    history: '履歴',
    comments: 'コメント',
    'marked-up files': '朱書き',
    preview: 'プレビュー',
  }).map(([name, tab]) =>
    on(name === 'preview' ? ['report', 'PreviewPanel'] : 'report', `beside a row: ${name}`, sideTab(tab)),
  ),
  on(['report', 'CommandPalette'], 'the command palette', async (page) => {
    await report(page);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: /実行したいこと/ }).waitFor();
  }),
  on(['report', 'KeyList'], 'the list of keys', async (page) => {
    await report(page);
    await page.keyboard.press('Control+/');
    await page.getByRole('dialog', { name: 'キー操作の一覧' }).waitFor();
  }),
  on('report', 'a new row, ready to be written in', async (page) => {
    await report(page);
    await button(page, '取組を追加').click();
    await page.getByRole('textbox', { name: '達成目標 1 目標の内容' }).focus();
  }),
  on('report', 'how a field is filled in', async (page) => {
    await report(page);
    await button(page, '達成目標の書き方').click();
    await page.getByText(/^目標値：/).waitFor();
  }),
  on(['report', 'PhraseEditor'], 'phrases of one’s own', async (page) => {
    await report(page);
    await page.getByRole('textbox', { name: '取組内容', exact: true }).selectText();
    await page.keyboard.press('Alt+F3');
    await button(page, '定型文を編集').click();
    await page.getByRole('textbox', { name: '定型文 1' }).waitFor();
  }),
  on('report', 'a phrase to be inserted', async (page) => {
    await report(page);
    await page.getByRole('textbox', { name: '取組内容', exact: true }).focus();
    await page.keyboard.press('Control+Alt+T');
    await page.getByRole('combobox', { name: '定型文を探す' }).waitFor();
  }),
  on(['report', 'SettingsDialog'], 'the settings', async (page) => {
    await report(page);
    await button(page, '表示の設定').click();
    await page.getByRole('dialog', { name: '表示の設定' }).waitFor();
  }),
  on(['report', 'TablePasteDialog'], 'a table to be pasted', async (page) => {
    await report(page);
    await page.getByRole('textbox', { name: '取組内容', exact: true }).focus();
    const cells = [
      '1',
      '花壇の手入れ',
      '・花壇を手入れします。',
      '・実施 3回',
      '・手入れしました。',
      '・3回行いました。',
    ];
    const html = `<table><tr>${cells.map((text) => `<td>${text}</td>`).join('')}</tr></table>`;
    await pasteInto(page, { text: cells.join('\t'), html });
    await page.getByRole('dialog', { name: '表を貼り付ける' }).waitFor();
  }),
  on(['report', 'FindingCard'], 'words explained where they stand', explained),
  on(['report', 'PutAllRightDialog'], 'all of a kind, before it is put right', async (page) => {
    await explained(page);
    await button(page, /^同じ指摘をまとめて直す/).click();
    await page.getByRole('dialog', { name: /^まとめて直す：/ }).waitFor();
  }),
  on(['report', 'OfficeRulesDialog'], 'what the office wants of the checks', async (page) => {
    await report(page);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: /実行したいこと/ }).fill('文書の決まり');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: '文書の決まり' });
    await dialog.getByRole('combobox').first().waitFor();
    for (const part of ['書き方の選択', '読み込み・書き出し', '用語'])
      await dialog.getByRole('radio', { name: part, exact: true }).check();
  }),
  on(['report', 'CheckDialog'], 'the file looked through', async (page) => {
    await report(page);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: /実行したいこと/ }).fill('ファイルを点検');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'ファイルの点検' }).waitFor();
  }),
  on(['report', 'FormChoiceDialog'], 'the choice of a form', chooseForm),
  on(['report', 'FormDesigner'], 'a form in the making', async (page) => {
    await chooseForm(page);
    await button(page, 'この様式をもとに作り変える…').click();
    await page.getByRole('dialog', { name: '様式を作る' }).waitFor();
  }),
  on(['report', 'AboutDialog'], 'what the program says of itself', async (page) => {
    await report(page);
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox', { name: /実行したいこと/ }).fill('ライセンス');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', { name: 'このプログラムについて' }).waitFor();
    await page.getByText('使っているソフトウェアとフォントのライセンス').click();
    await page.getByRole('textbox', { name: '使っているソフトウェアとフォントのライセンス' }).waitFor();
  }),
  on(['reports', 'ImportPreview'], 'a Word file that was read', async (page, shell, file) => {
    await exported(page, shell, file);
    await page.getByRole('link', { name: '報告の一覧' }).click();
    await shell.chooseFile(file, () => button(page, 'Word ファイルから取り込む').click());
    await page.getByRole('dialog', { name: '読み取った内容を確かめてください' }).waitFor();
  }),
  on(['reports', 'ImportManyDialog'], 'many Word files that were read', manyFiles),
  on(
    ['reports', 'ImportManyDialog'],
    'one of many Word files, with its text',
    async (page, shell, file) => {
      await manyFiles(page, shell, file);
      await button(page, /の内容を見る$/).click();
      await button(page, '一覧に戻る').waitFor();
    },
  ),
  on(['reports', 'LinksDialog'], 'rows linked over the years', async (page) => {
    await button(page, '年度をまたぐ取組のつながり').click();
    const dialog = page.getByRole('dialog', { name: '年度をまたぐ取組のつながり' });
    await dialog.getByText(/^取組名が同じ取組/).click();
    await dialog
      .getByRole('button', { name: /：選び直す$/ })
      .first()
      .click();
    await dialog.getByRole('combobox').last().waitFor();
  }),
  on(['reports', 'FileDialog'], 'the question for several files', async (page) => {
    await button(page, 'Word ファイルから取り込む').click();
    await page.getByRole('textbox', { name: 'ファイル名' }).waitFor();
  }),
  on(['report', 'VerifyDialog'], 'a Word file that was verified', async (page, shell, file) => {
    await exported(page, shell, file);
    await shell.chooseFile(file, () => fromWordMenu(page, 'Word ファイルを確かめる'));
    await page.getByRole('dialog', { name: 'Word ファイルの確認結果' }).waitFor();
  }),
  on(['report', 'CompareDialog'], 'two states compared', async (page) => {
    await report(page);
    await fromWordMenu(page, '見え消し・新旧対照表');
    await page
      .getByRole('dialog')
      .getByText(/^変更 \d+行/)
      .waitFor();
  }),
  on(['report', 'RecordDialog'], 'a sign-off to be recorded', async (page) => {
    await report(page);
    await fromWordMenu(page, '決裁を記録する');
    await page.getByRole('dialog', { name: '決裁を記録する' }).waitFor();
  }),
  on('report', 'a signed revision', signed),
  on(['report', 'SignedFilesDialog'], 'the signed revisions', async (page, shell, file) => {
    await signed(page, shell, file);
    await fromWordMenu(page, '決裁済みの版');
    await page.getByRole('dialog', { name: '決裁済みの版' }).waitFor();
  }),
  on(['report', 'StartDialog'], 'the next revision to be started', async (page, shell, file) => {
    await signed(page, shell, file);
    await fromWordMenu(page, '第2版を始める');
    await page.getByRole('dialog', { name: '第2版を始める' }).waitFor();
  }),
  on(['report', 'FileDialog'], 'the question for a file', async (page) => {
    await report(page);
    await pressExport(page);
    await page.getByRole('dialog').waitFor();
  }),
  on('report', 'the choice of a document for Word', async (page) => {
    await report(page);
    await button(page, '書き出しの選択肢').click();
    await page
      .locator('[popover]')
      .getByRole('button', { name: /^目標宣言/ })
      .waitFor();
  }),
  on(['report', 'ExportDialog'], 'what is still open before an export', async (page) => {
    await report(page);
    await page.getByRole('textbox', { name: '取組内容', exact: true }).fill('');
    await page.keyboard.press('F12');
    await page.getByRole('dialog', { name: '書き出す前に確かめること' }).waitFor();
  }),
  on(['report', 'BoardDialog'], 'how far each section is', async (page) => {
    await report(page);
    await button(page, /^進み具合/).click();
    await page.getByRole('dialog', { name: '進み具合' }).waitFor();
  }),
  on(['report', 'ReasonDialog'], 'a row to be returned', async (page) => {
    await report(page);
    await button(page, /^進み具合/).click();
    await button(page, /をまとめて提出する$/).click();
    await page.keyboard.press('Escape');
    await button(page, '差し戻す').click();
    await page.getByRole('dialog', { name: /を差し戻す$/ }).waitFor();
  }),
  ...handInStates,
  ...wordStates,
  ...troubleStates,
];

const dialogs = (page: Page) => page.locator('dialog[open], [popover]:popover-open');

/** Esc, until nothing lies over the page any more. */
async function closeAll(page: Page): Promise<void> {
  while ((await dialogs(page).count()) > 0) {
    await dialogs(page).last().press('Escape');
  }
}

async function backToList(page: Page): Promise<void> {
  await closeAll(page);
  await page.evaluate(() => (location.hash = '#/'));
  await page.getByRole('heading', { level: 1, name: '報告の一覧' }).waitFor();
}

async function outOfCell(page: Page): Promise<void> {
  await closeAll(page);
  const open = page.locator('[data-open]');
  if ((await open.count()) > 0) await page.keyboard.press('Escape');
  await open.waitFor({ state: 'detached' });
}

const round = (name: string, back: Round['back'], ...states: readonly string[]): Round => ({
  name,
  back,
  states: states.map((wanted) => {
    const state = shownStates.find((each) => each.name === wanted);
    if (state === undefined) throw new Error(`no state is called ${wanted}`);
    return state;
  }),
});

const rounds = [
  round(
    'the list of reports and what is reached from it',
    backToList,
    ...['the list of reports', 'a new report', 'a new report with mistakes', 'the empty bin', 'the help'],
    ...['the search before a word', 'a search without hits', 'what the search found'],
    ...['the question for several files', 'rows linked over the years'],
    ...['the backups, one of them looked into and to be restored', 'a report in the bin'],
  ),
  round(
    'a row’s form and what lies over it',
    closeAll,
    ...['a row’s form', 'the command palette', 'the list of keys', 'the settings'],
    ...['a table to be pasted', 'the file looked through', 'two states compared', 'the choice of a form'],
    'a form in the making',
    ...['a sign-off to be recorded', 'the choice of a document for Word', 'the question for a file'],
  ),
  round(
    'what stands beside a row',
    closeAll,
    ...shownStates.map(({ name }) => name).filter((name) => name.startsWith('beside a row: ')),
  ),
  round(
    'the table and its cells',
    outOfCell,
    ...['the table', 'the report that a row is copied into', 'a selected cell of the table'],
    ...shownStates.map(({ name }) => name).filter((name) => name.startsWith('a cell of the table: ')),
    'a row’s menu in the table',
  ),
  round(
    'what a row’s form opens',
    closeAll,
    ...['a phrase to be inserted', 'phrases of one’s own', 'how a field is filled in'],
    ...['several rows chosen', 'the pane of rows shut'],
  ),
  round(
    'what changes a report, or stays open beside it',
    backToList,
    // It stands behind the first row: the others may have gone to another.
    ...['a new, empty row', 'a new row, ready to be written in', 'a row just removed'],
    ...['what is still open before an export', 'find and replace', 'rows picked out'],
    ...['the manual beside a row', 'the heading’s form'],
  ),
  round(
    'files dropped on the list of reports',
    backToList,
    ...['a damaged file that was dropped', 'several files that were dropped'],
    ...['a typed Word file that was dropped', 'a section’s rows that were dropped'],
    'a Word file that was read',
    // It is held there until the page is gone.
    'a file held over the window',
  ),
  round(
    'many Word files and one of them',
    () => Promise.resolve(),
    ...['many Word files that were read', 'one of many Word files, with its text'],
  ),
  round(
    'a report that is signed',
    closeAll,
    ...['a Word file that was verified', 'a signed revision', 'the signed revisions'],
    ...['the next revision to be started', 'a signed revision’s field, typed into'],
    'a signed revision’s cell of the table',
  ),
  round('what is not as it should be', outOfTrouble, ...troubleStates.map(({ name }) => name)),
];

/** What `npm test` shows: where a person works. `npm run test:long` shows all. */
const usualRounds: readonly string[] = [
  ...['the first start', 'the list of reports and what is reached from it'],
  ...['a row’s form and what lies over it', 'the table and its cells'],
];

/** Every state in one round or another; those that no other can follow have one to themselves. */
const allRounds: readonly Round[] = [
  ...rounds,
  ...shownStates
    .filter((state) => !rounds.some(({ states }) => states.includes(state)))
    .map((state) => ({ name: state.name, states: [state], back: () => Promise.resolve() })),
];

/** The rounds of this run. */
export const shownRounds = allRounds.filter(({ name }) => isLongRun || usualRounds.includes(name));
