import { beforeEach, expect, test } from 'vitest';
import { bridgeOverWire } from '../../renderer/bridge/bridge-over-wire.ts';
import { StrayDrafts } from '../../renderer/state/library/stray-drafts.svelte.ts';
import { strayWords } from '../../renderer/words/reports-words.ts';
import { must } from '../support/must.ts';
import { openTestApplication, type TestApplication } from '../support/open-test-application.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { applicationWire } from './application-wire.ts';
import { testDrafts } from './test-drafts.ts';

const newFolder = temporaryFolders();
let application: TestApplication;

beforeEach(() => {
  localStorage.clear();
  application = openTestApplication(newFolder());
});

test('what was typed in a report that was removed is shown until the person has seen it', async () => {
  const { report } = must(
    await application.call('reports.create', {
      municipality: '川辺市',
      department: '総務部',
      fiscalYear: 2026,
      yearLabel: '令和8年度',
      headPost: '総務部長',
      headName: '堤 一郎',
    }),
  );
  const edit = {
    kind: 'set-field',
    owner: 'report',
    field: 'headName',
    before: '堤 一郎',
    after: '岸 二郎',
  } as const;
  const draft = { steps: [{ id: 'step1', edits: [edit] }], aside: [], unsent: [] };
  const { library } = must(await application.call('application.start', {}));
  must(await application.call('drafts.keep', { library, report, page: 'page1', turn: 1, draft }));
  must(await application.call('reports.remove', { report }));

  const bridge = bridgeOverWire(applicationWire(application));
  const drafts = new StrayDrafts(bridge, testDrafts(bridge, 'page2'));
  drafts.listen();
  await expect.poll(() => drafts.texts.map(({ text }) => text)).toEqual(['岸 二郎']);
  const [text] = drafts.texts;
  expect(strayWords.typed(text!.draft, '部長名')).toBe(
    '「令和8年度 総務部」の部長名に入力した文（報告.sengen）',
  );

  await drafts.dismiss();
  expect(drafts.texts).toEqual([]);
  expect(must(await application.call('drafts.stray', {}))).toEqual([]);
});
