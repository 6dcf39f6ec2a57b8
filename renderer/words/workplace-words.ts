import type { SideTab } from '../state/workplace/side-tab.ts';
import type { MiddleView, ResizablePane } from '../state/workplace/workplace-layout.svelte.ts';

const views: { readonly [view in MiddleView]: string } = { form: '入力フォーム', table: '表全体' };

const tabs: { readonly [tab in SideTab]: string } = {
  'last-year': '前年度',
  guidance: '手引',
  findings: '確認',
  history: '履歴',
  comments: 'コメント',
  markups: '朱書き',
  conflicts: '食い違い',
  preview: 'プレビュー',
};

const panes: { readonly [pane in ResizablePane]: string } = { rows: '取組の一覧', side: '参照パネル' };

/** Words of the workplace's panes and of what divides them. */
export const workplaceWords = {
  views: '表示の切り替え',
  view: (view: MiddleView) => views[view],
  side: panes.side,
  sideTabs: '参照パネルの内容',
  tab: (tab: SideTab) => tabs[tab],
  /** Beside a tab's name: three digits are no longer read as a number. */
  count: (count: number) => (count > 99 ? '99+' : `${count}`),
  waiting: (count: number) => `（${count}件）`,
  openSide: '参照パネル',
  closeSide: '参照パネルを閉じる',
  openRows: '取組の一覧を表示',
  closeRows: '取組の一覧を隠す',
  border: (pane: ResizablePane) => `${panes[pane]}の幅`,
  borderHelp: '左右の矢印キーで幅を変えられます。ダブルクリックで元の幅に戻ります。',
  width: (rem: number) => `約${Math.round(rem)}文字分`,
} as const;
