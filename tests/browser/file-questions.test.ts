import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import type { EventPayload } from '../../shared/contract/events.ts';
import { FileQuestions } from '../../main/browser/file-questions.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';

const newFolder = temporaryFolders();
let folder: string;
let asked: EventPayload<'files.wanted'>[];
let questions: FileQuestions;

beforeEach(() => {
  folder = newFolder();
  mkdirSync(join(folder, '下'));
  for (const name of ['大事.docx', '下/大事.docx']) writeFileSync(join(folder, name), '大事な内容');
  asked = [];
  questions = new FileQuestions(
    () => folder,
    (question) => asked.push(question),
  );
});

const wish = {
  purpose: 'export',
  mode: 'save',
  endings: ['docx'],
  suggestedName: '新しい.docx',
} as const;
/** The question that stands now, once there are so many. */
const nth = async (count: number) => {
  await expect.poll(() => asked.length).toBe(count);
  return asked[count - 1]!;
};

test.each(['大事', '下/大事.docx', '下/大事', './大事.docx'])(
  'a file that stands there is not written over for the name %s without a word about it',
  async (name) => {
    const choice = questions.choose(wish);
    questions.answer((await nth(1)).question, [name]);
    const again = await nth(2);
    expect(again.existing).toBe(name.startsWith('下') ? join('下', '大事.docx') : '大事.docx');
    expect(again.suggestedName).toBe(name);
    questions.answer(again.question, [name]);
    expect(await choice).toEqual({
      ok: true,
      value: join(folder, name.startsWith('下') ? '下/大事.docx' : '大事.docx'),
    });
  },
);

test('another name that stands there too is asked about as well, and a free one is not', async () => {
  const choice = questions.choose(wish);
  questions.answer((await nth(1)).question, ['大事']);
  questions.answer((await nth(2)).question, ['下/大事']);
  expect((await nth(3)).existing).toBe(join('下', '大事.docx'));
  questions.answer((await nth(3)).question, ['別の名前']);
  expect(await choice).toEqual({ ok: true, value: join(folder, '別の名前.docx') });
});

test('a name on the list, which the page says is replaced, is asked about once', async () => {
  const choice = questions.choose(wish);
  expect((await nth(1)).names).toEqual(['大事.docx']);
  questions.answer((await nth(1)).question, ['大事.docx']);
  expect(await choice).toEqual({ ok: true, value: join(folder, '大事.docx') });
});

test('whoever changes their mind then has replaced nothing', async () => {
  const choice = questions.choose(wish);
  questions.answer((await nth(1)).question, ['大事']);
  questions.answer((await nth(2)).question, null);
  expect(await choice).toEqual({ ok: false, failure: { code: 'cancelled' } });
});
