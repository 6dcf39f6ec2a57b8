import type { Arrangement, Scale, Theme } from '../state/page/settings.svelte.ts';

const themeNames: { readonly [theme in Theme]: string } = {
  auto: '自動（パソコンの設定に合わせる）',
  light: '明るい',
  dark: '暗い',
};

const arrangementNames: { readonly [arrangement in Arrangement]: string } = {
  compact: '1画面に収める（標準）',
  comfortable: 'ゆったり（説明も表示）',
};

/** Words of the dialog that says how the page looks. */
export const settingsWords = {
  open: '表示の設定',
  heading: '表示の設定',
  help: '変えるとすぐに画面に反映され、次に開いたときも同じ表示になります。印刷や Word の文書には影響しません。',
  theme: '画面の明るさ',
  themeName: (theme: Theme) => themeNames[theme],
  textSize: '文字の大きさ',
  spacing: '行間と余白',
  arrangement: '入力フォームの並べ方',
  arrangementName: (arrangement: Arrangement) => arrangementNames[arrangement],
  scale: (scale: Scale) => (scale === 100 ? '100％（標準）' : `${scale}％`),
  reset: '標準に戻す',
} as const;
