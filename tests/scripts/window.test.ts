import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { quietSettings } from '../../scripts/window/quiet-browser.ts';
import { writeWayIn } from '../../scripts/window/way-in.ts';
import { WindowProfile } from '../../scripts/window/window-profile.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';

const newFolder = temporaryFolders();

test('the window’s profile is kept, and belongs to one window at a time', () => {
  const place = newFolder();
  const first = WindowProfile.take(place);
  writeFileSync(join(first.folder, 'Default', 'kept'), '書きかけ');
  const second = WindowProfile.take(place);
  expect(second.folder).not.toBe(first.folder);
  first.letGo();
  const again = WindowProfile.take(place);
  expect(again.folder).toBe(first.folder);
  expect(readFileSync(join(again.folder, 'Default', 'kept'), 'utf8')).toBe('書きかけ');
  expect(statSync(join(again.folder, 'Default')).mode & 0o777).toBe(0o700);
});

test('a profile whose window was killed is taken again, without what would lead to that window', () => {
  const place = newFolder();
  mkdirSync(join(place, 'window', 'Default'), { recursive: true });
  // No process has this number.
  writeFileSync(join(place, 'window', 'sengen-window.pid'), '999999999');
  writeFileSync(join(place, 'window', 'SingletonLock'), '');
  const profile = WindowProfile.take(place);
  expect(profile.folder).toBe(join(place, 'window'));
  expect(existsSync(join(place, 'window', 'SingletonLock'))).toBe(false);
});

test.each(['', '{"half', '[]', '{"translate":true}'])(
  'over the settings %j nothing of the page is read or sent',
  (text) => {
    expect(JSON.parse(quietSettings(text))).toMatchObject({
      translate: { enabled: false },
      credentials_enable_service: false,
      autofill: { profile_enabled: false },
      spellcheck: { use_spelling_service: false },
      browser: { enable_spellchecking: false },
      profile: { password_manager_enabled: false },
    });
  },
);

test('what else a browser had set stays', () => {
  const settings = '{"browser":{"window_placement":{"left":10}},"intl":{"selected_languages":"ja"}}';
  expect(JSON.parse(quietSettings(settings))).toMatchObject({
    browser: { window_placement: { left: 10 }, enable_spellchecking: false },
    intl: { selected_languages: 'ja' },
  });
});

test('the address stands in a file that this account alone may read, as long as the window needs it', () => {
  const folder = newFolder();
  const wayIn = writeWayIn(folder, 'http://127.0.0.1:4800/?code=abc');
  const path = new URL(wayIn.address);
  expect(wayIn.address).not.toContain('abc');
  expect(readFileSync(path, 'utf8')).toContain('http://127.0.0.1:4800/?code=abc');
  expect(statSync(path).mode & 0o777).toBe(0o600);
  wayIn.remove();
  expect(existsSync(path)).toBe(false);
});
