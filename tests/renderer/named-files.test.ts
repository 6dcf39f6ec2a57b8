import { expect, test } from 'vitest';
import { namesIn, quotedNames, toggledName } from '../../renderer/state/dropping/named-files.ts';

test('a text without quotation marks is one name, with its spaces', () => {
  expect(namesIn(' 令和6年度 報告.docx ')).toEqual(['令和6年度 報告.docx']);
  expect(namesIn('  ')).toEqual([]);
});

test('quoted names stand beside each other, as Windows writes them', () => {
  expect(namesIn('"一 覧.docx" "C:\\報告\\二.docx"')).toEqual(['一 覧.docx', 'C:\\報告\\二.docx']);
  expect(namesIn('"一.docx" 二.docx "三.doc')).toEqual(['一.docx', '二.docx', '三.doc']);
  expect(namesIn('"" ""')).toEqual([]);
});

test('a name is added and taken away again by choosing it', () => {
  const one = toggledName('', '一.docx');
  expect(one).toBe('一.docx');
  const two = toggledName(one, '二 つ.docx');
  expect(two).toBe('"一.docx" "二 つ.docx"');
  expect(toggledName(two, '一.docx')).toBe('二 つ.docx');
  expect(toggledName(one, '一.docx')).toBe('');
});

test('what is written is read again', () => {
  const names = ['一.docx', '二 つ.docx', '三.docx'];
  expect(namesIn(quotedNames(names))).toEqual(names);
});
