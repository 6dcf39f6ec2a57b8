import { beforeEach, describe, expect, test } from 'vitest';
import { bridgeOverWire } from '../../renderer/bridge/bridge-over-wire.ts';
import type { Drafts } from '../../renderer/state/editing/drafts.ts';
import { openReport } from '../../renderer/state/editing/open-report.ts';
import type { DraftLibrary } from '../../shared/model/draft.ts';
import { must } from '../support/must.ts';
import { writerOf } from './open-editor.ts';
import { ReportPeer } from './report-peer.ts';
import { report } from './sample-report.ts';
import { testDrafts, testLibrary } from './test-drafts.ts';

/* What a browser keeps, seen by pages that show the same report of one library or another. */

const before = '川沿いの桜並木の手入れ';
let peer: ReportPeer;

beforeEach(() => {
  localStorage.clear();
  peer = new ReportPeer(report());
});

const draftsOf = (page: string, library: DraftLibrary | null = testLibrary, other = peer): Drafts =>
  testDrafts(bridgeOverWire(other), page, library);
const open = async (drafts: Drafts, other = peer) =>
  must(await openReport(bridgeOverWire(other), drafts, other.report.id)).editor;
/** Types while nothing is stored, and leaves the report. */
const typeAndLeave = async (drafts: Drafts): Promise<void> => {
  peer.refusal = { code: 'disk-full', path: '報告.sengen' };
  const editor = await open(drafts);
  writerOf(editor).write('title', 'さくら');
  await editor.close();
  peer.refusal = null;
};
/** The disk under main holds nothing: what is found is the browser's own. */
const forgetMain = (): void => peer.drafts.clear();

test('a report that is left while nothing can be stored gives its text back on the same page', async () => {
  const drafts = draftsOf('page1');
  await typeAndLeave(drafts);
  const again = await open(drafts);
  expect(again.content.rows[0]?.initiative.title).toBe('さくら');
  expect(peer.report.initiatives[0]?.title).toBe('さくら');
});

describe('the draft of a report that another library has, too', () => {
  const copy: DraftLibrary = { id: 'fedcba9876543210', name: '写し.sengen' };

  test('is left alone by that one, whatever is written there, and taken up by its own', async () => {
    await typeAndLeave(draftsOf('page1'));
    forgetMain();
    const other = new ReportPeer(report());
    const there = await open(draftsOf('page2', copy, other), other);
    expect(there.content.rows[0]?.initiative.title).toBe(before);
    writerOf(there).write('title', '写しで書いた');
    await there.close();
    expect(other.report.initiatives[0]?.title).toBe('写しで書いた');

    const again = await open(draftsOf('page3'));
    expect(again.content.rows[0]?.initiative.title).toBe('さくら');
  });

  test('is left alone by a page that does not know which library it shows', async () => {
    await typeAndLeave(draftsOf('page1'));
    forgetMain();
    const there = await open(draftsOf('page2', null));
    expect(there.content.rows[0]?.initiative.title).toBe(before);
  });

  test('is handed over to main, with its library, and stands in the browser until main has it', async () => {
    await typeAndLeave(draftsOf('page1'));
    forgetMain();
    const other = new ReportPeer(report());
    other.isDown = true;
    const there = draftsOf('page2', copy, other);
    await there.handOver();
    expect(there.hasAny(peer.report.id)).toBe(true);
    other.isDown = false;
    await there.handOver();
    expect(there.hasAny(peer.report.id)).toBe(false);
    expect([...other.drafts.values()]).toMatchObject([{ library: testLibrary, page: 'page1' }]);
  });

  test('is not handed over while its report is open', async () => {
    peer.refusal = { code: 'disk-full', path: '報告.sengen' };
    const drafts = draftsOf('page1');
    const editor = await open(drafts);
    writerOf(editor).write('title', 'さくら');
    forgetMain();
    await drafts.handOver();
    expect(peer.drafts.size).toBe(0);
    expect(drafts.hasAny(peer.report.id)).toBe(true);
  });
});
