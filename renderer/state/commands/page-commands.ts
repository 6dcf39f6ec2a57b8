import { aboutWords } from '../../words/about-words.ts';
import { backupWords } from '../../words/backup-words.ts';
import { checkWords } from '../../words/check-words.ts';
import { commandWords as words } from '../../words/command-words.ts';
import { handInWords } from '../../words/hand-in-words.ts';
import { importWords } from '../../words/import-words.ts';
import { linkWords } from '../../words/link-words.ts';
import { reportsWords } from '../../words/reports-words.ts';
import type { Command } from './commands.ts';
import { departmentsOf } from '../library/departments-of.ts';
import { receiveParts } from '../hand-ins/receive-parts.ts';
import { importFiles } from '../importing/import-files.ts';
import type { PageContext } from '../page-context.ts';

/** What lies over the page. */
export type Overlay = 'palette' | 'keys';

/** The commands that every screen has. */
export function pageCommands(page: PageContext, show: (overlay: Overlay) => void): readonly Command[] {
  const { about, checkup, imports, navigation, layers, links, notices, settings, shelf } = page;
  return [
    {
      id: 'palette',
      group: 'general',
      name: words.palette,
      keys: ['Ctrl+K'],
      run: () => show('palette'),
    },
    {
      id: 'search-all',
      group: 'general',
      name: words.searchAll,
      keys: ['Ctrl+Shift+F'],
      words: ['検索', 'けんさく', 'さがす', 'search'],
      run: () => navigation.go({ name: 'search', query: '' }),
    },
    {
      id: 'reports',
      group: 'general',
      name: words.reports,
      keys: [],
      words: ['ほうこく', 'いちらん', '戻る', 'もどる'],
      run: () => navigation.go({ name: 'reports' }),
      available: () => navigation.route.name !== 'reports',
    },
    {
      id: 'row-links',
      group: 'general',
      name: linkWords.command,
      keys: [],
      words: ['つながり', '前年度', '昨年度', 'リンク', '続き'],
      run: () => void links.open(linked(page) ?? ''),
      available: () => linked(page) !== undefined,
    },
    ...(['word', 'json'] as const).map((kind): Command => ({
      id: `import-${kind}`,
      group: 'general',
      name: kind === 'word' ? importWords.word : reportsWords.import,
      keys: [],
      words: ['とりこむ', '読み込む', 'インポート', kind === 'word' ? 'docx' : 'json'],
      run: () => void importFiles(page, kind),
      available: () => shelf.library !== null && !imports.busy,
    })),
    {
      id: 'receive-parts',
      group: 'general',
      name: handInWords.receive,
      keys: [],
      words: ['ていしゅつ', 'とりこむ', '取り込む', '配布', 'はいふ', '取りまとめ'],
      run: () => void receiveParts(page),
      available: () => !page.parts.busy && page.parts.entries === null,
    },
    {
      id: 'bin',
      group: 'general',
      name: words.bin,
      keys: [],
      words: ['ごみばこ', '削除した報告', '復元'],
      run: () => navigation.go({ name: 'bin' }),
      available: () => navigation.route.name !== 'bin',
    },
    {
      id: 'backups',
      group: 'general',
      name: backupWords.command,
      keys: [],
      words: backupWords.sought,
      run: () => navigation.go({ name: 'backups' }),
      available: () => shelf.library !== null && navigation.route.name !== 'backups',
    },
    {
      id: 'new-report',
      group: 'general',
      name: words.newReport,
      keys: [],
      words: ['あたらしい', 'つくる', '新規', 'new'],
      run: () => navigation.go({ name: 'new-report' }),
    },
    {
      id: 'check-library',
      group: 'general',
      name: checkWords.command,
      keys: [],
      words: ['てんけん', 'けんさ', '壊れ', '破損', '確認'],
      run: () => void checkup.run(),
      available: () => shelf.library !== null && !checkup.busy,
    },
    {
      id: 'settings',
      group: 'general',
      name: words.settings,
      keys: [],
      words: ['せってい', '文字', '暗い', 'ダーク', '行間', '大きさ'],
      run: () => (settings.shown = true),
    },
    helpCommand(() => {
      if (navigation.route.name !== 'help') navigation.go({ name: 'help' });
    }),
    {
      id: 'about',
      group: 'general',
      name: aboutWords.command,
      keys: [],
      words: aboutWords.sought,
      run: () => void about.show(),
    },
    {
      id: 'keys',
      group: 'general',
      name: words.keys,
      keys: ['Ctrl+/'],
      words: ['ショートカット', 'キーボード', 'きー'],
      run: () => show('keys'),
    },
    {
      id: 'escape',
      group: 'general',
      name: words.escape,
      keys: ['Esc'],
      run: () => {
        if (layers.any) layers.closeTopmost();
        else notices.close();
      },
      available: () => layers.any || notices.current !== null,
    },
  ];
}

/** The command that shows the manual: a screen of its own, or what stands beside a report. */
export function helpCommand(run: () => void): Command {
  return {
    id: 'help',
    group: 'general',
    name: words.help,
    keys: ['F1'],
    words: ['つかいかた', 'ヘルプ', 'マニュアル', '手引き', 'help'],
    run,
  };
}

/** A report of the department whose years are to be linked: the one that is open, else the first that there is. */
function linked({ navigation: { route }, shelf }: PageContext): string | undefined {
  const departments = departmentsOf(shelf.reports ?? []);
  const open = route.name === 'report' ? route.report : '';
  return (departments.find(({ reports }) => reports.includes(open)) ?? departments[0])?.newest;
}
