import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newIdentifier } from '../../main/application/new-identifier.ts';
import type { Edit } from '../../shared/model/edits.ts';
import { setTextEdit } from '../../shared/model/fields/set-text-edit.ts';
import type { Initiative } from '../../shared/model/report.ts';
import { standingIn, type RowState } from '../../shared/model/states/standing.ts';
import type { Hat } from '../../shared/model/states/hats.ts';
import { must, mustFail } from '../support/must.ts';
import { openTestApplication, type TestApplication } from '../support/open-test-application.ts';
import { runSengenHere } from '../support/run-sengen.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';

const newFolder = temporaryFolders();
const section = '市民窓口課';

let folder: string;
let compiler: TestApplication;
let own: TestApplication;
let report: string;
let handedIn = 0;

beforeEach(async () => {
  folder = newFolder();
  compiler = openTestApplication(folder, '取りまとめ.sengen');
  ({ report } = must(await compiler.call('sample.add', {})));
});
afterEach(async () => {
  await compiler.close();
  await own.close();
});

test('what a section hands in stands as handed in, is returned with a reason, and is confirmed', async () => {
  await giveOut();
  const [first, second] = await rows(own);
  await write(own, first, 'results', '窓口を二つ増やしました。');
  must(await takeIn());
  expect((await rows(compiler)).map(({ standing }) => standing?.state)).toEqual(
    Array.from({ length: 4 }, () => 'handed-in'),
  );
  must(await compiler.call('reports.undo', { report }));
  expect((await rows(compiler)).every(({ standing }) => standing === undefined)).toBe(true);
  must(await compiler.call('reports.redo', { report }));

  await wear('compiler');
  must(await stand(first, 'returned', '単位を書いてください'));
  must(await stand(second, 'confirmed'));
  await wear('writer');
  expect(mustFail(await stand(first, 'confirmed'))).toMatchObject({
    code: 'state-refused',
    initiative: first?.id,
    refusal: { why: 'no-such-step' },
  });
  expect(mustFail(await tryToWrite(compiler, second, 'results', 'あとから'))).toMatchObject({
    code: 'state-refused',
    refusal: { why: 'row-confirmed' },
  });
  expect(mustFail(await compiler.call('signOffs.record', signed()))).toMatchObject({
    refusal: { why: 'other-hat' },
  });
  await wear(null);

  // What says the same stays confirmed; what says something else is looked at once more.
  await write(own, first, 'results', '窓口を2つ増やしました。');
  must(await takeIn());
  expect((await rows(compiler)).map(({ standing }) => standing?.state)).toEqual([
    'handed-in',
    'confirmed',
    'handed-in',
    'handed-in',
  ]);
  await write(own, second, 'results', '電話でも受け付けました。');
  must(await takeIn());
  expect((await rows(compiler))[1]?.standing).toEqual({ state: 'handed-in' });
});

test('what a hand-in changes of a published declaration is told as what sides differ about, until the row is opened', async () => {
  must(await compiler.call('reports.edit', step([{ kind: 'set-stage', before: null, after: 'report' }])));
  await giveOut();
  must(
    await compiler.call(
      'reports.edit',
      step([
        { kind: 'set-stage', before: 'report', after: 'declaration' },
        { kind: 'set-report-standing', before: null, after: { at: 'writing', declared: true } },
        { kind: 'set-stage', before: 'declaration', after: 'report' },
      ]),
    ),
  );
  const [first] = await rows(own);
  await write(own, first, 'plan', '窓口を増やします。');
  await write(own, first, 'results', '窓口を二つ増やしました。');
  const taken = must(await takeIn());
  expect(taken.merged.map(({ field }) => field)).toEqual(['results']);
  expect(taken.conflicts).toMatchObject([{ row: 12, field: 'plan', theirs: ['窓口を増やします。'] }]);
  const [now] = await rows(compiler);
  expect([now?.plan, now?.results]).toEqual([first?.plan, ['窓口を二つ増やしました。']]);

  const [conflict] = must(await compiler.call('conflicts.list', { report }));
  const settle = { conflict: conflict?.id ?? '', with: 0 };
  expect(mustFail(await compiler.call('conflicts.settle', settle))).toMatchObject({
    code: 'state-refused',
    refusal: { why: 'declared' },
  });
  const opened = '窓口の再編';
  const open: Edit = {
    kind: 'set-row-standing',
    initiative: first?.id ?? '',
    before: now?.standing ?? null,
    after: { state: 'handed-in', opened },
  };
  must(await compiler.call('reports.edit', step([open])));
  expect(must(await compiler.call('conflicts.settle', settle)).open).toBe(0);
  expect((await rows(compiler))[0]).toMatchObject({ plan: ['窓口を増やします。'], standing: { opened } });

  // What goes out again says that the declaration is published; the section's own copy is locked, too.
  await own.close();
  own = openTestApplication(folder, '課二.sengen');
  await begin();
  const [, other] = await rows(own);
  expect(mustFail(await tryToWrite(own, other, 'plan', '別のこと'))).toMatchObject({
    refusal: { why: 'declared' },
  });
  await write(own, other, 'results', '電話でも受け付けました。');
});

test('sengen board tells what each section has handed in, and by when', async () => {
  await giveOut();
  must(await takeIn());
  const [first] = await rows(compiler);
  must(await stand(first, 'returned', '単位を書いてください'));
  await compiler.close();
  const library = join(folder, '取りまとめ.sengen');
  const told = await runSengenHere('board', library, '--json');
  expect(told.code).toBe(0);
  const { stage, sections } = JSON.parse(told.stdout) as {
    stage: string;
    sections: { section: string; deadline: string | null; counts: object; rows: object[] }[];
  };
  expect(stage).toBe('report');
  expect(sections.find(({ section: name }) => name === section)).toMatchObject({
    deadline: '令和9年4月30日',
    counts: { draft: 0, 'handed-in': 3, confirmed: 0, returned: 1 },
    rows: [{ number: 12, state: 'returned', reason: '単位を書いてください' }, {}, {}, {}],
  });
  const lines = await runSengenHere('board', library);
  expect(lines.stdout).toContain('差戻し　理由：単位を書いてください');
  compiler = openTestApplication(folder, '取りまとめ.sengen');
});

async function giveOut(): Promise<void> {
  own = openTestApplication(folder, '課.sengen');
  await begin();
}

async function begin(): Promise<void> {
  const file = join(folder, '配布.sengen-part');
  compiler.files.export = file;
  must(await compiler.call('parts.giveOut', { report, section, deadline: '令和9年4月30日' }));
  own.files['take-part'] = file;
  must(await own.call('parts.begin', {}));
}

async function takeIn() {
  handedIn += 1;
  const file = join(folder, `提出${handedIn}.sengen-part`);
  own.files.export = file;
  must(await own.call('parts.handIn', { report, section }));
  compiler.files['take-part'] = file;
  return compiler.call('parts.takeIn', {});
}

async function rows(application: TestApplication): Promise<Initiative[]> {
  const { initiatives } = must(await application.call('reports.read', { report })).report;
  return initiatives.filter((row) => row.section === section);
}

function step(edits: Edit[]) {
  return { report, step: { id: newIdentifier(), edits } };
}

async function tryToWrite(
  application: TestApplication,
  row: Initiative | undefined,
  field: 'plan' | 'results',
  text: string,
) {
  const now = (await rows(application)).find(({ id }) => id === row?.id);
  if (now === undefined) throw new Error('the row is gone');
  return application.call('reports.edit', step([setTextEdit(now, field, [text])]));
}

async function write(...what: Parameters<typeof tryToWrite>): Promise<void> {
  must(await tryToWrite(...what));
}

async function stand(row: Initiative | undefined, state: RowState, reason?: string) {
  const now = (await rows(compiler)).find(({ id }) => id === row?.id);
  const before = now?.standing ?? null;
  const after = standingIn(state, before ?? {}, reason);
  const initiative = row?.id ?? '';
  return compiler.call('reports.edit', step([{ kind: 'set-row-standing', initiative, before, after }]));
}

async function wear(hat: Hat | null): Promise<void> {
  must(await compiler.call('hats.wear', { hat }));
}

function signed() {
  return { report, signedBy: '部長', signedAt: '2027-05-01', note: '' };
}
