import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, test, vi } from 'vitest';
import type { Wire } from '../../shared/contract/bridge.ts';
import { closingQuestions } from '../../shared/words/window-words.ts';
import { bridgeOverWire } from '../../renderer/bridge/bridge-over-wire.ts';
import { newIdentifier } from '../../renderer/state/editing/new-identifier.ts';
import { openReport } from '../../renderer/state/editing/open-report.ts';
import { ReportWriter } from '../../renderer/state/editing/report-writer.ts';
import type { ReportEditor } from '../../renderer/state/editing/report-editor.svelte.ts';
import { Closing } from '../../renderer/state/page/closing.ts';
import { bootDesktop, eventually, untilClosed, type Booted } from '../desktop/boot-desktop.ts';
import { trustRuns } from '../support/trust-runs.ts';
import { testDrafts } from './test-drafts.ts';
import { must } from '../support/must.ts';

/*
 * A window that closes over a page that is busy: the page's own code on one side, the desktop shell and the
 * application on the other, and Electron's stand-in between. How long the page is busy × what it holds.
 */

// Booting a desktop takes seconds where the machine has much else to do.
vi.setConfig({ testTimeout: 120_000 });

const heading = {
  municipality: '川辺市',
  department: '総務部',
  fiscalYear: 2026,
  yearLabel: '令和8年度',
  headPost: '総務部長',
  headName: '堤 一郎',
};
const typed = '岸 二郎';

/** A page that takes nothing in for a while: what is sent to it waits, as in a browser whose script runs on. */
class BusyPage implements Wire {
  readonly #wire: Wire;
  #free: Promise<unknown> = Promise.resolve();
  /** Main is reached, and takes no step. */
  storesNothing = false;
  /** Nor a draft. */
  keepsNothing = false;

  constructor(wire: Wire) {
    this.#wire = wire;
  }

  busyFor(milliseconds: number): void {
    if (milliseconds > 0) this.#free = delay(milliseconds);
  }

  async call(name: string, input: unknown): Promise<unknown> {
    await this.#free;
    const fails =
      (this.storesNothing && name === 'reports.edit') || (this.keepsNothing && name === 'drafts.keep');
    if (fails) return { ok: false, failure: { code: 'disk-full', path: '報告.sengen' } };
    return this.#wire.call(name, input);
  }

  handOver(): Promise<unknown> {
    return Promise.reject(new Error('no file is handed over here'));
  }

  on(listener: (name: string, payload: unknown) => void): () => void {
    return this.#wire.on((name, payload) => void this.#free.then(() => listener(name, payload)));
  }
}

interface Sitting {
  readonly booted: Booted;
  readonly page: BusyPage;
  readonly editor: ReportEditor;
  readonly report: string;
}

/** Opens a report in the page of a window; `report` null makes one. */
async function sit(booted: Booted, report: string | null = null): Promise<Sitting> {
  const page = new BusyPage(booted.wire);
  const bridge = bridgeOverWire(page);
  const id = report ?? must(await bridge.call('reports.create', heading)).report;
  localStorage.clear();
  const { library } = must(await bridge.call('application.start', {}));
  const drafts = testDrafts(bridge, newIdentifier(), library);
  const { editor } = must(await openReport(bridge, drafts, id));
  const closing = new Closing(bridge, drafts, document);
  closing.add(editor);
  closing.listen();
  return { booted, page, editor, report: id };
}

/** What a new start of the program shows in the report, drafts taken up. */
async function nextStart({ booted, report }: Sitting): Promise<string> {
  const again = await sit(await bootDesktop({ personalFolder: booted.personalFolder }), report);
  return again.editor.content.heading.headName;
}
const questions = ({ booted }: Sitting) =>
  booted.electron.machine.dialogs.map(({ options }) => options.message);
const type = ({ editor }: Sitting, text = typed): void =>
  new ReportWriter(editor).setHeadingText('headName', text);

/** What the page holds when the window closes, and what the person is asked over a page that answers in time. */
const holdings = {
  'typed and not stored': { hold: type, asked: [] },
  'being composed': {
    hold: (sitting) => {
      sitting.editor.hold();
      sitting.editor.compose(() => type(sitting, 'きしじろう'));
      // The field hands it over when it is left: renderer/writing does that, in a browser.
      type(sitting);
    },
    asked: [],
  },
  'refused by a full disk': {
    hold: (sitting) => {
      sitting.page.storesNothing = true;
      type(sitting);
    },
    asked: [closingQuestions.kept.message],
  },
  'of a window that a second start brought to the front': {
    hold: (sitting) => {
      type(sitting);
      sitting.booted.electron.app.emit('second-instance', {}, ['sengen'], '/');
    },
    asked: [],
  },
} satisfies Record<string, { hold: (sitting: Sitting) => void; asked: readonly string[] }>;

/** Each length of time with one holding by `npm test`; all of them, fifty times over, by `npm run test:trust`. */
const busy = [0, 100, 190, 250, 400, 1_000, 2_100, 5_000];
const held = Object.entries(holdings);
const everyPair = busy.flatMap((milliseconds) =>
  held.map(([name, rest]) => ({ milliseconds, name, ...rest })),
);
const runs = trustRuns('closing', { quick: busy.length, whole: 50 * everyPair.length });
/** One after the other, so that as many lengths as holdings were tried wherever the time ends. */
const pairs = runs.numbers.map((number) => {
  const [time, turn] = [(number - 1) % busy.length, Math.floor((number - 1) / busy.length)];
  return { number, ...everyPair[time * held.length + ((time + turn) % held.length)]! };
});

describe('a window that closes over a page', () => {
  test('without anything on it goes', async () => {
    const sitting = await sit(await bootDesktop());
    sitting.booted.window.close();
    await untilClosed(sitting.booted);
    expect(questions(sitting)).toEqual([]);
  });

  test.for(pairs)(
    'busy for $milliseconds ms, with a text $name, loses none of it ($number)',
    async ({ milliseconds, hold, asked }, { skip }) => {
      if (runs.isOver) return skip();
      const sitting = await sit(await bootDesktop());
      const { booted, page } = sitting;
      const silence = milliseconds > 2_000 ? [closingQuestions.silent.message] : [];
      // Over a silent page the person waits; over one that could not store, they close with the draft.
      const answers = [...silence.map(() => ({ response: 0 })), ...asked.map(() => ({ response: 1 }))];
      booted.electron.machine.answers = answers;
      hold(sitting);
      // As fast as a person can: the text is on the screen, and not yet anywhere else.
      page.busyFor(milliseconds);
      booted.window.close();
      await untilClosed(booted);
      expect(questions(sitting)).toEqual([...silence, ...asked]);
      expect(await nextStart(sitting)).toBe(typed);
      runs.took();
    },
  );

  test('that neither stores nor keeps says that the text will be gone', async () => {
    const sitting = await sit(await bootDesktop());
    sitting.page.storesNothing = true;
    sitting.page.keepsNothing = true;
    type(sitting);
    sitting.booted.electron.machine.answers = [{ response: 0 }];
    sitting.booted.window.close();
    await eventually(() => {
      expect(questions(sitting)).toHaveLength(1);
    });
    const [shown] = sitting.booted.electron.machine.dialogs;
    expect(shown?.options.detail).toBe(closingQuestions.unkept.detail);
    await delay(20);
    expect(sitting.booted.window.isDestroyed()).toBe(false);
    expect(sitting.editor.content.heading.headName).toBe(typed);
  });

  test('is caught when it takes 200 ms of silence for an answer', async () => {
    // The control: the old rule over the same page must lose the text that the tests above find.
    const sitting = await sit(await bootDesktop());
    type(sitting);
    sitting.page.busyFor(400);
    sitting.booted.window.close();
    await delay(200);
    // Neither is it stored, nor kept as a draft: a window that went now would take it along.
    const { booted, report } = sitting;
    expect(await booted.wire.call('reports.read', { report })).toMatchObject({
      value: { report: { headName: heading.headName } },
    });
    expect(await booted.wire.call('drafts.read', { report })).toEqual({ ok: true, value: [] });
    await untilClosed(booted);
  });
});
