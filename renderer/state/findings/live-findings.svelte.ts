import * as v from 'valibot';
import { getContext, setContext } from 'svelte';
import type { Bridge } from '../../../shared/contract/bridge.ts';
import type { Failure } from '../../../shared/failure.ts';
import type { Finding } from '../../../shared/model/checks/finding.ts';
import type { Initiative, ReportHeading } from '../../../shared/model/report.ts';
import { sameValue } from '../../../shared/model/same-value.ts';
import { marksNow, type BoxMarks } from '../../writing/box-marks.ts';
import { drawnMarks } from '../../writing/marking.svelte.ts';
import type { ReportEditor } from '../editing/report-editor.svelte.ts';
import { Remembered } from '../page/remembered.ts';
import { controlOf } from '../workplace/text-spot.ts';
import { FindingCardState } from './finding-card.svelte.ts';
import { byControl, findingAt, isAtWords, marksOfBox, type WordFinding } from './marks-of-box.ts';

/** What was looked at: rows and heading as they were when main was asked. */
interface Looked {
  readonly heading: ReportHeading;
  readonly rows: ReadonlyMap<string, Initiative>;
}

/**
 * What main finds in the open report, asked again after each save. Nothing is looked at on the page, and nothing waits for it.
 *
 * One look is on its way at a time. While an input method composes, what came of it waits.
 */
export class LiveFindings {
  /** What was found last, from the report's top down; null until then. What a row lacks is left out: the page says that itself. */
  found: readonly Finding[] | null = $state.raw(null);
  failure: Failure | null = $state.raw(null);
  /** Words are marked in the text, as this person likes it on this PC. */
  marked = $state(true);
  readonly #remembered: Remembered<boolean>;
  /** What lies over the page because of them. */
  readonly over = new FindingCardState();
  readonly #bridge: Bridge;
  readonly #editor: ReportEditor;
  #controls: ReadonlyMap<string, readonly WordFinding[]> = $state.raw(new Map());
  #looked: Looked | null = null;
  /** Where a finding stood when it was found: a later look does not make it forgotten while somebody looks at it. */
  readonly #stood = new WeakMap<Finding, BoxMarks>();
  #known = new Map<string, BoxMarks | null>();
  #busy = false;
  #again = false;
  #held = false;
  #afterHold: (() => void) | null = null;
  /** The editor's count of changes at the last look. */
  #seen: number | null = null;

  constructor(bridge: Bridge, editor: ReportEditor, storage: Storage) {
    this.#bridge = bridge;
    this.#editor = editor;
    this.#remembered = new Remembered(storage, 'sengen.finding-marks', v.boolean());
    this.marked = this.#remembered.read() ?? true;
  }

  mark(marked: boolean): void {
    this.marked = marked;
    this.#remembered.write(marked);
  }

  /** The report was stored: it is looked at, unless it is as it was. */
  look(): void {
    if (this.#seen === this.#editor.changes && this.failure === null) return;
    void this.lookAgain();
  }

  /** Looks however little has changed here: the office's rules, or another report, may have. */
  async lookAgain(): Promise<void> {
    if (this.#busy) {
      this.#again = true;
      return;
    }
    this.#busy = true;
    do {
      this.#again = false;
      await this.#lookOnce();
    } while (this.#again && !this.#editor.isClosed);
    this.#busy = false;
  }

  async #lookOnce(): Promise<void> {
    const { content, changes } = this.#editor;
    const looked: Looked = {
      heading: content.heading,
      rows: new Map(content.rows.map(({ id, initiative }) => [id, initiative])),
    };
    this.#seen = changes;
    const answer = await this.#bridge.call('reports.check', { report: content.id });
    if (this.#editor.isClosed) return;
    this.#whenFree(() => {
      this.failure = answer.ok ? null : answer.failure;
      if (answer.ok) this.#take(answer.value.findings, looked);
    });
  }

  #take(findings: readonly Finding[], looked: Looked): void {
    const found = findings.filter(({ facts }) => !('code' in facts));
    const before = this.#known;
    this.#looked = looked;
    this.#known = new Map();
    const controls = byControl(found);
    // A box whose marks are the same keeps them as they are drawn.
    for (const [control, marks] of before) {
      const made = this.#marksOf(control, controls);
      this.#known.set(control, sameValue(made, marks) ? marks : made);
    }
    this.#controls = controls;
    this.found = found;
  }

  /** What is marked in a control. */
  at(control: string): BoxMarks | null {
    const controls = this.#controls;
    if (!this.marked) return null;
    const known = this.#known.get(control);
    if (known !== undefined) return known;
    const made = this.#marksOf(control, controls);
    this.#known.set(control, made);
    return made;
  }

  #marksOf(control: string, controls: ReadonlyMap<string, readonly WordFinding[]>): BoxMarks | null {
    const findings = controls.get(control);
    const place = findings?.[0]?.place;
    if (findings === undefined || place === undefined || this.#looked === null) return null;
    const row = place.kind === 'heading' ? null : this.#looked.rows.get(place.row);
    const made = row === undefined ? null : marksOfBox(findings, this.#looked.heading, row);
    for (const mark of made?.marks ?? [])
      this.#stood.set(mark.finding, { text: made?.text ?? '', marks: [mark] });
    return made;
  }

  /** A finding where its words stand by now; null where they were changed since. One without words is as it was found. */
  now(finding: Finding): Finding | null {
    if (!isAtWords(finding)) return finding;
    const { place } = finding;
    const { content } = this.#editor;
    if (!this.#stood.has(finding)) this.#marksOf(controlOf(place), this.#controls);
    const stood = this.#stood.get(finding);
    const row = place.kind === 'heading' ? null : content.row(place.row)?.initiative;
    if (stood === undefined || row === undefined) return null;
    const text = marksOfBox([finding], content.heading, row)?.text;
    const [mark] = text === undefined ? [] : marksNow(stood, text);
    return mark === undefined || text === undefined ? null : findingAt(finding, text, mark.span);
  }

  /** The words at which it was found; null where it is about none. */
  wordsOf(finding: Finding): string | null {
    this.now(finding);
    const stood = this.#stood.get(finding);
    const [mark] = stood?.marks ?? [];
    return mark === undefined ? null : (stood?.text.slice(...mark.span) ?? null);
  }

  /** A mark that is drawn in a text box at a point of the window, in CSS pixels. */
  markedAt(control: string, { x, y }: { readonly x: number; readonly y: number }): Finding | null {
    const hit = drawnMarks
      .get(control)
      ?.find(({ range }) =>
        [...range.getClientRects()].some(
          ({ left, right, top, bottom }) => left <= x && x <= right && top <= y && y <= bottom,
        ),
      );
    return hit?.finding ?? null;
  }

  /** An input method began to compose. */
  hold(): void {
    this.#held = true;
  }

  /** It ended, or the field was left. */
  release(): void {
    this.#held = false;
    const take = this.#afterHold;
    this.#afterHold = null;
    take?.();
  }

  #whenFree(take: () => void): void {
    if (this.#held) this.#afterHold = take;
    else take();
  }
}

const key = Symbol('what is found in the report whose fields these are');

export function setLiveFindings(findings: LiveFindings): void {
  setContext(key, findings);
}

/** Undefined where a field belongs to no report. */
export function liveFindings(): LiveFindings | undefined {
  return getContext<LiveFindings | undefined>(key);
}
