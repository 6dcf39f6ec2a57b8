import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { Verification } from '../../shared/contract/sign-off-requests.ts';
import { must, mustFail } from '../support/must.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { exportedSample, type ExportedSample } from './exported-sample.ts';
import { throughLibreOffice } from './libre-office.ts';
import { paragraphXml, runXml, WordSurgery } from './word-surgery.ts';
import { howMany } from '../support/how-many.ts';

const newFolder = temporaryFolders();
const changes = howMany({ usual: 100, long: 1_000 });
let sample: ExportedSample;

afterEach(() => sample.application.close());

const signature = { signedBy: '部長 相沢', signedAt: '2026-05-01', note: '起案の通り' };

function fileOf(bytes: Uint8Array, name = '決裁.docx'): string {
  const path = join(sample.folder, name);
  writeFileSync(path, bytes);
  return path;
}

async function record(bytes: Uint8Array = sample.bytes) {
  sample.application.files['sign-off'] = fileOf(bytes);
  return sample.application.call('signOffs.record', { report: sample.report, ...signature });
}

async function verify(bytes: Uint8Array): Promise<Verification> {
  sample.application.files.verify = fileOf(bytes, '確認.docx');
  return must(await sample.application.call('files.verify', {}));
}

let steps = 0;

async function changeTitle() {
  steps += 1;
  const { id, title } = await sample.row(1);
  return sample.application.call('reports.edit', {
    report: sample.report,
    step: {
      id: `changed${steps}`,
      edits: [
        {
          kind: 'set-field',
          owner: 'row',
          initiative: id,
          field: 'title',
          before: title,
          after: `${title}改`,
        },
      ],
    },
  });
}

describe('A sign-off', () => {
  test('keeps the exact bytes, and the revision takes no change until the next is begun', async () => {
    sample = await exportedSample(newFolder());
    const { application, report } = sample;
    must(await changeTitle());
    must(await application.call('reports.undo', { report }));
    const signOff = must(await record());
    expect(signOff).toMatchObject({
      revision: 1,
      ...signature,
      recordedBy: '試験担当',
      form: 'report',
      bytes: sample.bytes.length,
    });
    expect(must(await application.call('reports.list', {}))).toMatchObject([
      { state: 'signed', revision: 1 },
    ]);

    for (const refused of [
      await changeTitle(),
      await application.call('reports.undo', { report }),
      await application.call('reports.redo', { report }),
      await record(),
    ]) {
      expect(mustFail<unknown, { code: string }>(refused)).toMatchObject({
        code: 'revision-signed',
        revision: 1,
      });
    }
    application.files.export = join(sample.folder, '写し.docx');
    must(await application.call('signOffs.export', { report, revision: 1 }));
    expect(readFileSync(application.files.export).equals(Buffer.from(sample.bytes))).toBe(true);

    expect(
      must(await application.call('signOffs.startRevision', { report, reason: '数値の訂正' })),
    ).toEqual({ revision: 2 });
    must(await changeTitle());
    expect(
      mustFail(await application.call('signOffs.startRevision', { report, reason: '再度' })).code,
    ).toBe('report-not-signed');
    expect(must(await application.call('signOffs.list', { report }))).toMatchObject({
      signOffs: [{ revision: 1, sha256: signOff.sha256 }],
      started: [{ revision: 2, reason: '数値の訂正', by: '試験担当' }],
    });
    expect(await verify(sample.bytes)).toMatchObject({ status: 'signed', revision: 1, cells: [] });
  });

  test('refuses a file that says something else, has open changes, or is of another report', async () => {
    sample = await exportedSample(newFolder());
    const { id, title, plan } = await sample.row(3);
    const direct = await sample.surgery();
    direct.edit(id, 'title', (xml) => xml.replace(title, `${title}。`));
    expect(mustFail(await record(direct.bytes()))).toMatchObject({
      code: 'signed-text-differs',
      cells: [{ row: 3, field: 'title', before: title, after: `${title}。` }],
      more: 0,
    });
    const tracked = await sample.surgery();
    tracked.track(id, 'plan', { old: plan[0]?.slice(0, 2) ?? '', now: '', author: '部長', behind: '・' });
    expect(mustFail(await record(tracked.bytes()))).toMatchObject({
      code: 'signed-has-changes',
      changes: 1,
    });
    const other = await exportedSample(newFolder());
    expect(mustFail(await record(other.bytes)).code).toBe('word-of-unknown-report');
    await other.application.close();
    expect(must(await sample.application.call('reports.list', {}))).toMatchObject([{ state: 'draft' }]);
  });

  test('suggestions cannot change a signed revision', async () => {
    sample = await exportedSample(newFolder());
    const { id, plan } = await sample.row(1);
    const surgery = await sample.surgery();
    surgery.track(id, 'plan', { old: plan[0]?.slice(0, 2) ?? '', now: '朱', author: '部長', behind: '・' });
    const { suggestions } = await sample.take(surgery.bytes());
    must(await record());
    const accepted = await sample.application.call('markups.accept', {
      suggestions: suggestions.map((suggestion) => suggestion.id),
    });
    expect(mustFail(accepted).code).toBe('revision-signed');
  });
});

describe('Verifying', () => {
  test('knows the signed file, the same text in other bytes, and a file saved again by LibreOffice', async () => {
    sample = await exportedSample(newFolder());
    expect(await verify(sample.bytes)).toMatchObject({
      status: 'same-text',
      signed: false,
      revision: 1,
      cells: [],
    });
    must(await record());
    expect(await verify(sample.bytes)).toMatchObject({ status: 'signed', signed: true, revision: 1 });
    const surgery = await sample.surgery();
    surgery.document = surgery.document.replace('<w:r>', '<w:r w:rsidR="00AA11BB">');
    expect(await verify(surgery.bytes())).toMatchObject({
      status: 'same-text',
      signed: true,
      revision: 1,
      cells: [],
    });
    expect(await verify(await throughLibreOffice(sample.bytes))).toMatchObject({
      status: 'same-text',
      cells: [],
      comments: [],
      changes: [],
    });
    surgery.parts.set(
      'docProps/custom.xml',
      '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>',
    );
    expect(await verify(surgery.withoutBookmarks().bytes())).toMatchObject({
      status: 'same-text',
      signed: true,
    });
  });

  test('lists tracked changes and comments with their places', async () => {
    sample = await exportedSample(newFolder());
    must(await record());
    const { id, plan } = await sample.row(2);
    const surgery = await sample.surgery();
    surgery.track(id, 'plan', { old: plan[0]?.slice(0, 2) ?? '', now: '朱', author: '部長', behind: '・' });
    const found = await verify(surgery.bytes());
    expect(found.status).toBe('differs');
    expect(found.cells).toMatchObject([{ row: 2, field: 'plan' }]);
    expect(found.changes).toEqual([
      {
        row: 2,
        field: 'plan',
        kind: 'insertion',
        author: '部長',
        date: '2026-04-20T10:00:00Z',
        text: '朱',
      },
      {
        row: 2,
        field: 'plan',
        kind: 'deletion',
        author: '部長',
        date: '2026-04-20T10:00:00Z',
        text: plan[0]?.slice(0, 2),
      },
    ]);
  });

  test('sees what was added around the table, and files from elsewhere', async () => {
    sample = await exportedSample(newFolder());
    must(await record());
    const surgery = await sample.surgery();
    surgery.document = surgery.document.replace('<w:sectPr', `${paragraphXml(runXml('追伸'))}<w:sectPr`);
    expect((await verify(surgery.bytes())).cells).toEqual([
      { row: null, field: 'outside', before: '', after: '追伸' },
    ]);
    const other = await exportedSample(newFolder());
    expect(await verify(other.bytes)).toMatchObject({ status: 'same-text' });
    const foreign = await WordSurgery.open(other.bytes);
    foreign.document = foreign.document.replace('達成状況報告', '達成状況の報告');
    expect(await verify(foreign.bytes())).toMatchObject({
      status: 'unknown',
      report: null,
      revision: null,
    });
    await other.application.close();
  });

  test('sees what hides printed text or lies over it', async () => {
    sample = await exportedSample(newFolder());
    must(await record());
    const { id, plan } = await sample.row(2);
    const said = `・${plan[0] ?? ''}`;
    const inRun = (properties: string) => (xml: string) =>
      xml.replace(/<w:r>(?:<w:rPr>)?/, (found) =>
        found.endsWith('<w:rPr>') ? `${found}${properties}` : `${found}<w:rPr>${properties}</w:rPr>`,
      );
    const hides: readonly (readonly [string, (surgery: WordSurgery) => unknown, string])[] = [
      ['formatted as hidden', (it) => it.edit(id, 'plan', inRun('<w:vanish/>')), `〔隠し文字〕${said}`],
      [
        'two points small',
        (it) => it.edit(id, 'plan', inRun('<w:sz w:val="4"/>')),
        `〔見えない文字〕${said}`,
      ],
      [
        'white on white',
        (it) => it.edit(id, 'plan', inRun('<w:color w:val="FFFFFF"/>')),
        `〔見えない文字〕${said}`,
      ],
      [
        'black on black',
        (it) => it.edit(id, 'plan', inRun('<w:color w:val="000000"/><w:highlight w:val="black"/>')),
        `〔見えない文字〕${said}`,
      ],
      [
        'three points small',
        (it) => it.edit(id, 'plan', inRun('<w:sz w:val="6"/>')),
        `〔見えない文字〕${said}`,
      ],
      ['struck through', (it) => it.edit(id, 'plan', inRun('<w:strike/>')), `〔取消し線〕${said}`],
      [
        'hidden by a style',
        (it) => {
          const styles = it.parts.get('word/styles.xml') ?? '';
          const hidden =
            '<w:style w:type="character" w:styleId="Kage"><w:name w:val="Kage"/><w:rPr><w:vanish/></w:rPr></w:style>';
          it.parts.set('word/styles.xml', styles.replace('</w:styles>', `${hidden}</w:styles>`));
          it.edit(id, 'plan', inRun('<w:rStyle w:val="Kage"/>'));
        },
        `〔隠し文字〕${said}`,
      ],
      [
        'a cell merged into the one above',
        (it) => it.editRow(id, (xml) => xml.replace('<w:tcPr>', '<w:tcPr><w:vMerge/>')),
        '',
      ],
      [
        'a line break in the text',
        (it) => it.edit(id, 'plan', (xml) => xml.replace('</w:t>', '\n</w:t>')),
        `${said} `,
      ],
      [
        'a picture',
        (it) => (it.document = it.document.replace('</w:p>', '<w:r><w:drawing/></w:r></w:p>')),
        '〔図・図形など 1個〕',
      ],
    ];
    for (const [name, hide, after] of hides) {
      const surgery = await sample.surgery();
      hide(surgery);
      const { status, cells } = await verify(surgery.bytes());
      expect([name, status, cells.map((cell) => cell.after)]).toEqual([name, 'differs', [after]]);
    }
  });

  test('takes a seal that was pasted before signing for what it is', async () => {
    sample = await exportedSample(newFolder());
    const surgery = await sample.surgery();
    surgery.document = surgery.document.replace('</w:p>', '<w:r><w:drawing/></w:r></w:p>');
    must(await record(surgery.bytes()));
    surgery.document = surgery.document.replace('<w:r>', '<w:r w:rsidR="00AA11BB">');
    expect(await verify(surgery.bytes())).toMatchObject({ status: 'same-text', signed: true, cells: [] });
    surgery.document = surgery.document.replace('</w:p>', '<w:r><w:pict/></w:r></w:p>');
    expect(await verify(surgery.bytes())).toMatchObject({ status: 'differs' });
  });

  test(
    `catches every one of ${changes} changes of a single character, wherever it is printed`,
    { timeout: 600_000 },
    async () => {
      sample = await exportedSample(newFolder());
      must(await record());
      const original = await sample.surgery();
      const xml = original.document;
      const texts = [...xml.matchAll(/<w:t xml:space="preserve">([^<]+)<\/w:t>/g)];
      const random = seeded(20_260_501);
      const places = new Set<string>();
      const missed: string[] = [];
      for (let count = 0; count < changes; count += 1) {
        // The first texts (title, head line, headings, first number) are hit as often as the rest.
        const pool = count % 4 === 0 ? texts.slice(0, 12) : texts;
        const match = pool[Math.floor(random() * pool.length)];
        const text = match?.[1] ?? '';
        const characters: string[] = text.match(/&\w+;|./gsu) ?? [];
        const at = Math.floor(random() * characters.length);
        const old = characters[at] ?? '';
        const news = ['', `${old}${old}`, look(old), `${old} `, '　', 'ー', `\u200B${old}`];
        const now = news[Math.floor(random() * news.length)] ?? '';
        if (now === old) {
          count -= 1;
          continue;
        }
        const changed = characters.with(at, now).join('');
        const start = (match?.index ?? 0) + '<w:t xml:space="preserve">'.length;
        original.document = xml.slice(0, start) + changed + xml.slice(start + text.length);
        const { status, cells } = await verify(original.bytes());
        for (const { field } of cells) places.add(field);
        if (status !== 'differs' || cells.length === 0) missed.push(`${text} → ${changed}: ${status}`);
      }
      console.info(`${changes} changes, ${missed.length} missed, in ${[...places].sort().join(' ')}`);
      expect(missed).toEqual([]);
      expect(places.size).toBeGreaterThanOrEqual(11);
    },
  );
});

/** A character that looks like `character`. */
function look(character: string): string {
  const alike: Readonly<Record<string, string>> = {
    '1': '１',
    '0': 'O',
    '(': '（',
    ')': '）',
    '・': '･',
    ー: '一',
    ' ': '　',
    '、': ',',
    '。': '．',
  };
  return alike[character] ?? '異';
}

/** Mulberry32: the same numbers from 0 to 1 for the same seed. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
