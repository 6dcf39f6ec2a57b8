import { afterEach, beforeEach, expect, test } from 'vitest';
import { readWordDocument } from '../../main/word/reading/read-word-document.ts';
import { clockTime, timeOf } from '../../main/word/reading/word-time.ts';
import { must } from '../support/must.ts';
import { docxByHand, paragraph, run, wordNamespace } from './docx-by-hand.ts';

const zone = process.env['TZ'];
beforeEach(() => (process.env['TZ'] = 'Asia/Tokyo'));
afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

test('The Z of w:date is the clock of the author; w16du:dateUtc is the true time', () => {
  const date = '2026-04-20T10:00:00Z';
  expect(timeOf({ 'w:date': date })).toBe('2026-04-20T01:00:00Z');
  expect(timeOf({ 'w:date': '2026-04-20T10:00:00' })).toBe('2026-04-20T01:00:00Z');
  expect(timeOf({ 'w:date': '2026-04-20T10:00:00+02:00' })).toBe('2026-04-20T08:00:00Z');
  expect(timeOf({ 'w:date': date, 'w16du:dateUtc': '2026-04-20T07:30:00Z' })).toBe('2026-04-20T07:30:00Z');
  expect(timeOf({ 'w:date': date, 'w16du:dateUtc': '不明' })).toBe('2026-04-20T01:00:00Z');
  expect([timeOf({ 'w:date': 'いつか' }), timeOf({})]).toEqual(['いつか', null]);
  expect(clockTime(new Date('2026-04-20T01:00:00.250Z'))).toBe(date);
});

test('Changes and comments bear their true times, from whichever part says them', async () => {
  const du = 'xmlns:w16du="http://schemas.microsoft.com/office/word/2023/wordml/word16du"';
  const w14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"';
  const cid = 'http://schemas.microsoft.com/office/word/2016/wordml/cid';
  const cex = 'http://schemas.microsoft.com/office/word/2018/wordml/cex';
  const comment = (id: number, more: string): string =>
    `<w:comment w:id="${id}" w:author="部長" w:date="2026-05-02T10:00:00Z" ${more}><w:p w14:paraId="0000000${id}">${run('数の根拠は')}</w:p></w:comment>`;
  const document = must(
    await readWordDocument(
      docxByHand({
        body: paragraph(
          `<w:ins ${du} w:id="1" w:author="部長" w:date="2026-05-02T10:00:00Z" w16du:dateUtc="2026-05-02T01:00:05Z">${run('追記')}</w:ins>`,
        ),
        parts: [
          {
            name: 'comments.xml',
            type: 'comments',
            xml: `<w:comments xmlns:w="${wordNamespace}" ${w14} ${du}>${comment(1, '')}${comment(2, 'w16du:dateUtc="2026-05-02T01:00:10Z"')}${comment(3, '')}</w:comments>`,
          },
          {
            name: 'commentsIds.xml',
            type: 'commentsIds',
            xml: `<w16cid:commentsIds xmlns:w16cid="${cid}"><w16cid:commentId w16cid:paraId="00000003" w16cid:durableId="2A0B1C2D"/></w16cid:commentsIds>`,
          },
          {
            name: 'commentsExtensible.xml',
            type: 'commentsExtensible',
            xml: `<w16cex:commentsExtensible xmlns:w16cex="${cex}"><w16cex:commentExtensible w16cex:durableId="2A0B1C2D" w16cex:dateUtc="2026-05-02T01:00:15Z"/></w16cex:commentsExtensible>`,
          },
        ],
      }),
    ),
  );
  const [block] = document.body;
  expect(block).toMatchObject({ pieces: [{ tracked: { inserted: { date: '2026-05-02T01:00:05Z' } } }] });
  expect(document.comments.map(({ date, stamp }) => [date, stamp])).toEqual([
    ['2026-05-02T01:00:00Z', '2026-05-02T10:00:00Z'],
    ['2026-05-02T01:00:10Z', '2026-05-02T10:00:00Z'],
    ['2026-05-02T01:00:15Z', '2026-05-02T10:00:00Z'],
  ]);
});
