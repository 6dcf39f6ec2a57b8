import { afterEach, beforeEach, expect, test } from 'vitest';
import { must } from '../support/must.ts';
import { openTestApplication, type TestApplication } from '../support/open-test-application.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';

const newFolder = temporaryFolders();
let application: TestApplication;

beforeEach(() => {
  application = openTestApplication(newFolder());
});
afterEach(() => application.close());

const texts = async (): Promise<string[]> =>
  must(await application.call('phrases.list', {})).map(({ text }) => text);
const write = async (id: string, text: string): Promise<void> =>
  void must(await application.call('phrases.write', { id, text }));

test('phrases are kept in the order that persons gave them, changed, and removed', async () => {
  expect(await texts()).toEqual([]);
  await write('phrase1aa', '関係課と連携して進めます。');
  await write('phrase2bb', '目標を上回りました。\n引き続き取り組みます。');
  await write('phrase3cc', '新規');
  await write('phrase1aa', '関係課と調整します。');
  expect(await texts()).toEqual([
    '関係課と調整します。',
    '目標を上回りました。\n引き続き取り組みます。',
    '新規',
  ]);
  must(await application.call('phrases.arrange', { phrases: ['phrase3cc', 'phrase1aa'] }));
  expect(await texts()).toEqual([
    '新規',
    '関係課と調整します。',
    '目標を上回りました。\n引き続き取り組みます。',
  ]);
  must(await application.call('phrases.remove', { phrase: 'phrase1aa' }));
  must(await application.call('phrases.remove', { phrase: 'phrase1aa' }));
  await write('phrase4dd', '最後');
  expect(await texts()).toEqual(['新規', '目標を上回りました。\n引き続き取り組みます。', '最後']);
});

test.each(['', '　\n ', 'あ'.repeat(2_001), '制御\u0007文字'])('%j is no phrase', async (text) => {
  const answer = await application.call('phrases.write', { id: 'phrase1aa', text });
  expect(answer).toMatchObject({ ok: false, failure: { code: 'request-invalid' } });
  expect(await texts()).toEqual([]);
});
