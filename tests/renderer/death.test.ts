import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { bridgeOverWire } from '../../renderer/bridge/bridge-over-wire.ts';
import type { Bridge } from '../../shared/contract/bridge.ts';
import type { Drafts } from '../../renderer/state/editing/drafts.ts';
import { newIdentifier } from '../../renderer/state/editing/new-identifier.ts';
import { openReport } from '../../renderer/state/editing/open-report.ts';
import { ReportWriter } from '../../renderer/state/editing/report-writer.ts';
import { comeIn } from '../support/come-in.ts';
import { draftLibrary } from '../support/draft-library.ts';
import { must } from '../support/must.ts';
import { builtEntry, kill, serveSengen } from '../support/run-sengen.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';
import { trustRuns } from '../support/trust-runs.ts';
import { testDrafts } from './test-drafts.ts';

/*
 * Death of page, browser, server or both, after a key or once the last key is answered for: the page's own code here,
 * the server a process that is really killed. A browser that dies takes along what it has not written to the disk: all
 * it stores.
 */

const newFolder = temporaryFolders();
const heading = {
  municipality: '川辺市',
  department: '総務部',
  fiscalYear: 2026,
  yearLabel: '令和8年度',
  headPost: '総務部長',
  headName: '堤 一郎',
};
let library: string;
let server: { child: ChildProcess; address: string };
/** What lets the pages of one start in. */
let cookie: string;

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

beforeEach(async () => {
  vi.stubEnv('SENGEN_ENTRY', builtEntry);
  localStorage.clear();
  library = join(newFolder(), '報告.sengen');
  await start();
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await kill(server.child);
});

async function start(...more: string[]): Promise<void> {
  server = await serveSengen(library, ...more);
  cookie = await comeIn(server.address);
}

/** A page of the server; once it is dead nothing of it reaches anybody. */
class LivingPage {
  readonly #origin = new URL(server.address).origin;
  readonly #cookie = cookie;
  isDead = false;
  /** The library can't be written: what is typed stays a draft. */
  storesNothing = false;
  /** A variant that is known to be bad: main is told of no draft. */
  keepsNoDrafts = false;
  /** What main has answered for: drafts on the disk, steps in the library. */
  readonly #answered: string[] = [];

  readonly bridge: Bridge = bridgeOverWire({
    call: async (name, input) => {
      if (this.isDead) return new Promise(() => undefined);
      if (this.storesNothing && name === 'reports.edit')
        return { ok: false, failure: { code: 'disk-full', path: library } };
      if (this.keepsNoDrafts && name === 'drafts.keep') return { ok: true, value: {} };
      const response = await ask(`${this.#origin}/call/${name}`, this.#cookie, { input });
      if (name === 'drafts.keep' || name === 'reports.edit') this.#answered.push(JSON.stringify(input));
      return this.isDead ? new Promise(() => undefined) : response;
    },
    handOver: () => Promise.reject(new Error('no file is handed over here')),
    on: () => () => undefined,
  });
  readonly drafts: Drafts = testDrafts(this.bridge, newIdentifier(), draftLibrary(library));

  /** Waits until the text is answered for. */
  async hasStood(text: string): Promise<void> {
    await vi.waitUntil(() => this.answeredOf(text) === text, { timeout: 60_000 });
  }

  /** As much of the beginning of a text as is answered for. */
  answeredOf(text: string): string {
    for (let length = text.length; length > 0; length -= 1) {
      const word = JSON.stringify(text.slice(0, length));
      if (this.#answered.some((input) => input.includes(word))) return text.slice(0, length);
    }
    return '';
  }
}

async function open(page: LivingPage, report: string) {
  return must(await openReport(page.bridge, page.drafts, report)).editor;
}

async function dieAndStartAgain(deaths: readonly string[], place: string, page: LivingPage): Promise<void> {
  page.isDead = true;
  if (deaths.includes('server')) await kill(server.child);
  if (deaths.includes('browser') || place !== 'same') localStorage.clear();
  if (!deaths.includes('server') && place === 'same') return;
  await kill(server.child);
  // Another port is asked for by its number: 0 takes any.
  await start(...(place === 'same' ? [] : ['--port', '0']));
}

const deaths = [['page'], ['browser'], ['server'], ['browser', 'server']];
const places = ['same', 'another port and profile'];
const cases = deaths.flatMap((which) => places.map((place) => ({ which, place })));
const runs = trustRuns('deaths', { quick: cases.length, whole: 2_000 });

test.for(runs.numbers.map((number) => ({ number, ...cases[(number - 1) % cases.length]! })))(
  'the death of $which, and then $place, loses no character that stood ($number)',
  async ({ number, which, place }, { skip }) => {
    if (runs.isOver) return skip();
    const random = runs.random(number);
    const page = new LivingPage();
    const { report } = must(await page.bridge.call('reports.create', heading));
    const editor = await open(page, report);
    // One half is stored before it dies, and one half is not.
    page.storesNothing = number % 2 === 1;
    const text = `岸 二郎${number}`;
    // Each case once after the last answer; of the many, half die after some key, whatever is on its way then.
    const isMidway = number > cases.length && random.below(2) === 0;
    const keys = isMidway ? random.between(1, text.length) : text.length;
    for (let length = 1; length <= keys; length += 1) {
      new ReportWriter(editor).setHeadingText('headName', text.slice(0, length));
      await delay(isMidway ? random.below(120) : 8);
    }
    if (!isMidway) await page.hasStood(text);
    const typed = text.slice(0, keys);
    const stood = which.includes('browser') || place !== 'same' ? page.answeredOf(typed) : typed;
    await dieAndStartAgain(which, place, page);
    const again = await open(new LivingPage(), report);
    const found = again.content.heading.headName;
    if (stood !== '' || found !== heading.headName) {
      expect(typed).toContain(found);
      expect(found).toContain(stood);
    }
    expect(again.aside).toEqual([]);
    await again.close();
    runs.took();
  },
);

test('without drafts on main’s side a browser that dies takes the text along', async () => {
  // The control: the same death, known to lose.
  const page = new LivingPage();
  page.keepsNoDrafts = true;
  page.storesNothing = true;
  const { report } = must(await page.bridge.call('reports.create', heading));
  new ReportWriter(await open(page, report)).setHeadingText('headName', '岸 二郎');
  await delay(300);
  await dieAndStartAgain(['browser', 'server'], 'same', page);
  const again = await open(new LivingPage(), report);
  expect(again.content.heading.headName).toBe(heading.headName);
});

/** By Node's own way: the page's test double of a browser would refuse another origin. */
async function ask(address: string, from: string, body: unknown): Promise<unknown> {
  const { request } = await import('node:http');
  return new Promise((answer, fail) => {
    const asked = request(
      address,
      { method: 'POST', headers: { cookie: from, 'content-type': 'application/json' } },
      (reply) => {
        let text = '';
        reply.setEncoding('utf8').on('data', (part: string) => (text += part));
        reply.on('end', () => answer(JSON.parse(text)));
      },
    );
    asked.on('error', fail);
    asked.end(JSON.stringify(body));
  });
}
