import { describe, expect, test } from 'vitest';
import { libraryPathTooLong, pathTooLong, saidTooLong } from '../../main/domain/path-limits.ts';
import { failureSentences } from '../../shared/words/failure-sentences.ts';

const name = (characters: number): string => `${'報'.repeat(characters)}.docx`;

describe('on Windows', () => {
  const folder = 'Z:\\総務部\\目標宣言\\';

  test('a path has 259 characters, and a name 255', () => {
    expect(pathTooLong(folder + name(259 - folder.length - 5), true)).toBeNull();
    expect(pathTooLong(folder + name(259 - folder.length - 4), true)).toMatchObject({
      part: 'path',
      over: 1,
    });
    expect(pathTooLong(`C:\\${name(260)}`, true)).toMatchObject({ part: 'name', over: 10 });
  });

  test('that of a library leaves room for the folder in which it is made', () => {
    expect(libraryPathTooLong(`C:\\${'a'.repeat(210)}.sengen`, true)).toBeNull();
    expect(libraryPathTooLong(`C:\\${'a'.repeat(211)}.sengen`, true)).toMatchObject({
      part: 'path',
      over: 1,
    });
  });

  test('those of a shared folder are counted from its server on', () => {
    const share = `\\\\fs01\\共有\\${'課\\'.repeat(100)}`;
    expect(pathTooLong(share + name(60), true)).toMatchObject({
      part: 'path',
      over: share.length + 65 - 259,
    });
  });
});

describe('elsewhere', () => {
  test('a name has 255 bytes, of which a kanji takes three', () => {
    expect(pathTooLong(`/home/${name(83)}`, false)).toBeNull();
    expect(pathTooLong(`/home/${name(84)}`, false)).toMatchObject({ part: 'name', over: 1 });
    expect(pathTooLong(`/home/${'𠮷'.repeat(70)}.docx`, false)).toMatchObject({ part: 'name', over: 8 });
    expect(pathTooLong(`/home/${'a'.repeat(250)}.docx`, false)).toBeNull();
  });

  test('a path has 4,095 bytes, and that of a library fewer', () => {
    const deep = `/${'課/'.repeat(120)}`;
    expect(pathTooLong(`${deep}a.docx`, false)).toBeNull();
    expect(libraryPathTooLong(`${deep}a.sengen`, false)).toMatchObject({ part: 'path' });
    expect(pathTooLong(`${deep.repeat(10)}a.docx`, false)).toMatchObject({ part: 'path' });
  });

  test('what the system alone calls too long says so without a number', () => {
    expect(saidTooLong('/mnt/暗号化/報告.docx', false)).toMatchObject({ part: 'name', over: null });
  });
});

test('the sentence says what to shorten and by how much, and shows a long name by its ends', () => {
  const sentences = failureSentences(pathTooLong(`/home/${name(150)}`, false) ?? { code: 'cancelled' });
  expect(sentences.happened).toMatch(/^「\/home\/報+…報+\.docx」は、ファイルの名前が長すぎます。$/u);
  expect(sentences.next).toBe('ファイルの名前をあと 67文字以上短くして、もう一度試してください。');
  const path = failureSentences(
    pathTooLong(`Z:\\${'課\\'.repeat(140)}a.docx`, true) ?? { code: 'cancelled' },
  );
  expect(path.happened).toContain('フォルダーの場所とファイルの名前を合わせた長さ');
  expect(path.next).toMatch(/ファイルの名前をあと 30文字以上短くするか、もっと浅いフォルダー/u);
});
