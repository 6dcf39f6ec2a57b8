import type { Scale, Theme } from '../state/page/settings.svelte.ts';

const themeNames: { readonly [theme in Theme]: string } = {
  auto: '自動（パソコンの設定に合わせる）',
  light: '明るい',
  dark: '暗い',
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
  scale: (scale: Scale) => (scale === 100 ? '100％（標準）' : `${scale}％`),
  reset: '標準に戻す',
} as const;
