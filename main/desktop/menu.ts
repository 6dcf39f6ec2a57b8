import { Menu, type MenuItemConstructorOptions } from 'electron';

/** The menu bar, with the letters that Windows underlines. */
export function installMenu(inDevelopment: boolean): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(inDevelopment)));
}

function menuTemplate(inDevelopment: boolean): MenuItemConstructorOptions[] {
  return [
    { label: 'ファイル(&F)', submenu: [{ label: '終了(&X)', role: 'quit' }] },
    {
      label: '編集(&E)',
      submenu: [
        { label: '元に戻す(&U)', role: 'undo' },
        { label: 'やり直し(&R)', role: 'redo' },
        { type: 'separator' },
        { label: '切り取り(&T)', role: 'cut' },
        { label: 'コピー(&C)', role: 'copy' },
        { label: '貼り付け(&P)', role: 'paste' },
        { label: 'すべて選択(&A)', role: 'selectAll' },
      ],
    },
    {
      label: '表示(&V)',
      submenu: [
        { label: '拡大(&I)', role: 'zoomIn' },
        { label: '縮小(&O)', role: 'zoomOut' },
        { label: '実際のサイズ(&N)', role: 'resetZoom' },
        { type: 'separator' },
        { label: '全画面表示(&F)', role: 'togglefullscreen' },
        ...(inDevelopment ? developmentItems : []),
      ],
    },
    { label: 'ヘルプ(&H)', submenu: [{ label: 'バージョン情報(&A)', role: 'about' }] },
  ];
}

const developmentItems: MenuItemConstructorOptions[] = [
  { type: 'separator' },
  { label: '再読み込み', role: 'reload' },
  { label: '開発者ツール', role: 'toggleDevTools' },
];
