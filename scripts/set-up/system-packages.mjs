import { existsSync, readdirSync } from 'node:fs';
import { findBrowser, isRoot } from './browser.mjs';
import { findProgram, run } from './processes.mjs';
import { say } from './say.mjs';

/** Something that is there when its program is. */
function program(debian, name, command) {
  return { debian, name, isThere: () => findProgram(command) !== null };
}

/** What the program and its tests use beside npm packages: how it is recognised, and what brings it on Debian. */
const needs = {
  browser: { debian: 'chromium', name: 'Chromium', isThere: () => findBrowser() !== null },
  gothic: {
    debian: 'fonts-noto-cjk',
    name: '日本語フォント(Noto Sans CJK)',
    isThere: () => existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc'),
  },
  mincho: {
    debian: 'fonts-ipafont-mincho',
    name: '日本語フォント(IPA明朝)',
    isThere: () => existsSync('/usr/share/fonts/opentype/ipafont-mincho/ipam.ttf'),
  },
  writer: {
    debian: 'libreoffice-writer-nogui',
    name: 'LibreOffice Writer',
    isThere: () => findProgram('soffice') !== null,
  },
  poppler: { debian: 'poppler-utils', name: 'Poppler', isThere: () => findProgram('pdftoppm') !== null },
  screen: program('xvfb', 'Xvfb', 'Xvfb'),
  windows: program('openbox', 'Openbox', 'openbox'),
  bus: program('dbus-daemon', 'D-Bus', 'dbus-daemon'),
  inputMethod: program('fcitx5', 'Fcitx 5', 'fcitx5-remote'),
  anthy: {
    debian: 'fcitx5-anthy',
    name: 'Anthy',
    isThere: () => existsSync('/usr/share/fcitx5/inputmethod/anthy.conf'),
  },
  composing: {
    debian: 'fcitx5-frontend-gtk3',
    name: 'Fcitx 5 の GTK 3 用モジュール',
    // In a folder named after the processor.
    isThere: () =>
      readdirSync('/usr/lib').some((folder) =>
        existsSync(`/usr/lib/${folder}/gtk-3.0/3.0.0/immodules/im-fcitx5.so`),
      ),
  },
  hand: program('xdotool', 'xdotool', 'xdotool'),
  eye: program('imagemagick', 'ImageMagick', 'identify'),
  wine: program('wine', 'Wine', 'wine'),
  wineOf64Bits: {
    debian: 'wine64',
    name: 'Wine(64ビット)',
    isThere: () => existsSync('/usr/lib/wine/wine64'),
  },
};

export const forWindow = ['browser', 'gothic'];
export const forWindows = ['wine', 'wineOf64Bits'];
export const forTests = ['browser', 'gothic', 'mincho', 'writer', 'poppler'];
export const forInputMethod = [
  'browser',
  'gothic',
  'screen',
  'windows',
  'bus',
  'inputMethod',
  'anthy',
  'composing',
  'hand',
  'eye',
];

/**
 * Installs what is missing of the named needs, where that is possible; otherwise says what to install.
 *
 * Gives false when something is still missing. Only Linux is looked at: Windows and macOS bring the
 * fonts and nearly always a browser.
 */
export async function ensureSystemPackages(names) {
  if (process.platform !== 'linux') return true;
  const missing = names.map((name) => needs[name]).filter((need) => !need.isThere());
  if (missing.length === 0) return true;
  const packages = missing.map(({ debian }) => debian);
  const list = missing.map(({ name }) => name).join('、');
  if (findProgram('apt-get') === null) {
    say(`次のものを入れてください: ${list}`);
    return false;
  }
  const command = `apt-get install ${packages.join(' ')}`;
  if (!isRoot()) {
    say(`${list}がありません。次を実行してください: sudo ${command}`);
    return false;
  }
  say(`${list}を入れています(初回は数分かかります)。`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const patience = ['-o', 'DPkg::Lock::Timeout=600'];
  const update = await run('apt-get', ['update', '-qq', ...patience], { env });
  const install = await run(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', ...patience, ...packages],
    { env },
  );
  if (install.code === 0) return true;
  say(`${update.code === 0 ? '' : update.text}${install.text}`.trimEnd());
  say(`${list}を入れられませんでした。ネットワークの接続を確かめて、次を実行してください: ${command}`);
  return false;
}
