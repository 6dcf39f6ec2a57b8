import {
  findIn,
  placeAfterReplacing,
  replaceMarks,
  saysAlready,
  type FindOptions,
} from '../../../shared/model/find-text.ts';
import { fieldsOf } from '../../../shared/model/form.ts';
import { leavesEnding } from '../../../shared/model/okurigana.ts';
import { toPlainLine } from '../../../shared/model/plain-text.ts';
import {
  editsOfTexts,
  fieldOfPlace,
  headingTexts,
  rowTexts,
  type PlacedText,
  type TextPlace,
} from '../../../shared/model/report-texts.ts';
import type { Initiative, ReportHeading } from '../../../shared/model/report.ts';
import type { RowField } from '../../../shared/model/fields/built-in-fields.ts';
import { mention, type StepCause } from '../../../shared/model/step-cause.ts';
import type { Mark } from '../../../shared/model/search-text.ts';
import type { ReportEditor } from '../editing/report-editor.svelte.ts';

/** One place in which the wanted text stands. */
export interface FindHit {
  /** Names the hit while its text stays as it is. */
  readonly key: string;
  readonly place: TextPlace;
  readonly text: string;
  readonly mark: Mark;
}

/** The hits of one row, or of the heading (`number` null). */
export interface RowHits {
  readonly id: string | null;
  /** From 1. */
  readonly number: number | null;
  readonly title: string;
  readonly hits: readonly FindHit[];
}

type Mode = 'find' | 'replace';

/** Finding and replacing in the open report. Only looks, until a person has something replaced. */
export class FindReplace {
  mode: Mode | null = $state(null);
  query = $state('');
  replacement = $state('');
  options: FindOptions = $state.raw({
    matchCase: false,
    matchWidth: false,
    joinVariants: false,
  });
  /** Hits that a person does not want replaced. */
  spared: ReadonlySet<string> = $state.raw(new Set());
  /** Pieces of verbs (leavesEnding) that a person wants replaced all the same. */
  wanted: ReadonlySet<string> = $state.raw(new Set());
  /** The hit that was gone to last. */
  current: string | null = $state.raw(null);

  readonly #editor: ReportEditor;
  /** What was found in rows that have not changed since. */
  readonly #found = $derived.by(() => {
    const { query, options } = this;
    // What the stage does not show can't be gone to, and is not replaced unseen.
    const shown: readonly (RowField | null)[] = [
      null,
      // What is chosen is not typed: it is changed by choosing.
      ...fieldsOf(this.#editor.content.form)
        .filter(({ kind }) => kind !== 'choice' && kind !== 'choices')
        .map(({ id }) => id),
    ];
    const known = new WeakMap<Initiative | ReportHeading, readonly FindHit[]>();
    return (value: Initiative | ReportHeading, texts: () => readonly PlacedText[]): readonly FindHit[] => {
      const before = known.get(value);
      if (before !== undefined) return before;
      const hits = texts()
        .filter(({ place }) => shown.includes(fieldOfPlace(place)))
        .flatMap((text) => hitsIn(text, query, options));
      known.set(value, hits);
      return hits;
    };
  });

  readonly rows: readonly RowHits[] = $derived.by(() => {
    if (this.mode === null || this.query === '') return [];
    const { heading, rows } = this.#editor.content;
    return [
      {
        id: null,
        number: null,
        title: '',
        hits: this.#found(heading, () => headingTexts(heading)),
      },
      ...rows.map(({ id, initiative }, at) => ({
        id,
        number: at + 1,
        title: initiative.title,
        hits: this.#found(initiative, () => rowTexts(initiative)),
      })),
    ].filter(({ hits }) => hits.length > 0);
  });

  readonly hits: readonly FindHit[] = $derived(this.rows.flatMap(({ hits }) => hits));
  /** What a person wrote, as a text of the report takes it. */
  readonly #inserted = $derived(toPlainLine(this.replacement));
  /** Hits that are part of what is to stand there instead: replacing goes over them (saysAlready). */
  readonly already: ReadonlySet<FindHit> = $derived.by(() => {
    const inserted = this.#inserted;
    return new Set(
      this.mode === 'replace'
        ? this.hits.filter(({ text, mark }) => saysAlready(text, mark, inserted))
        : [],
    );
  });
  /** Hits that are a piece of a verb, whose ending another word would leave hanging. */
  readonly inflected: ReadonlySet<FindHit> = $derived.by(() => {
    const inserted = this.#inserted;
    return new Set(
      this.mode === 'replace'
        ? this.hits.filter((hit) => !this.already.has(hit) && leavesEnding(hit.text, hit.mark, inserted))
        : [],
    );
  });
  /** What can be replaced. */
  readonly replaceable: readonly FindHit[] = $derived(this.hits.filter((hit) => !this.already.has(hit)));
  /** What 「すべて置換」 replaces. */
  readonly sensible: readonly FindHit[] = $derived(
    this.replaceable.filter((hit) => !this.inflected.has(hit) || this.wanted.has(hit.key)),
  );
  readonly chosen: readonly FindHit[] = $derived(this.sensible.filter(({ key }) => !this.spared.has(key)));

  constructor(editor: ReportEditor) {
    this.#editor = editor;
  }

  /** Opens, and looks for the selected text, if there is one. */
  open(mode: Mode, selected: string | null): void {
    this.mode = mode;
    if (selected !== null && selected !== '') this.look(selected);
  }

  close(): void {
    this.mode = null;
  }

  look(query: string): void {
    this.query = toPlainLine(query);
    this.#forgetChoices();
    this.current = null;
  }

  set(options: Partial<FindOptions>): void {
    this.options = { ...this.options, ...options };
    this.#forgetChoices();
  }

  choose(hit: FindHit, chosen: boolean): void {
    const [spared, wanted] = [new Set(this.spared), new Set(this.wanted)];
    if (chosen) spared.delete(hit.key);
    else spared.add(hit.key);
    if (chosen && this.inflected.has(hit)) wanted.add(hit.key);
    else wanted.delete(hit.key);
    [this.spared, this.wanted] = [spared, wanted];
  }

  #forgetChoices(): void {
    [this.spared, this.wanted] = [new Set(), new Set()];
  }

  get at(): number {
    return this.hits.findIndex(({ key }) => key === this.current);
  }

  /** The next hit, round and round; null when there is none. */
  step(by: 1 | -1): FindHit | null {
    const { hits, at } = this;
    if (hits.length === 0) return null;
    const from = at === -1 && by === -1 ? 0 : at;
    const hit = hits[(from + by + hits.length) % hits.length] ?? null;
    this.current = hit?.key ?? null;
    return hit;
  }

  /** The hit that 「この1か所」 replaces: the one on show, else the first; null where nothing is to be done. */
  get one(): FindHit | null {
    const shown = this.hits[this.at];
    if (shown === undefined) return this.sensible[0] ?? null;
    return this.already.has(shown) ? null : shown;
  }

  /** What a text will be. */
  after(hit: FindHit): string {
    return replaceMarks(hit.text, [hit.mark], this.#inserted);
  }

  /** Replaces these hits as one step; how many. */
  replace(hits: readonly FindHit[]): number {
    if (this.#editor.refuses()) return 0;
    const next = this.hits.slice(this.at + 1).find((hit) => !this.already.has(hit) && !hits.includes(hit));
    const replacement = this.#inserted;
    const byText = Map.groupBy(hits, ({ place }) => JSON.stringify(place));
    const changes = [...byText.values()].flatMap(([first, ...others]): PlacedText[] => {
      if (first === undefined) return [];
      const marks = [first, ...others].map(({ mark }) => mark);
      return [{ place: first.place, text: replaceMarks(first.text, marks, replacement) }];
    });
    /** The name of a hit that stays, when the text around it is another. */
    const keyAfter = ({ place, mark: [start] }: FindHit): string => {
      const marks = (byText.get(JSON.stringify(place)) ?? []).map(({ mark }) => mark);
      return keyOf(place, placeAfterReplacing(start, marks, replacement));
    };
    const current = next === undefined ? null : keyAfter(next);
    const keysAfter = (keys: ReadonlySet<string>): ReadonlySet<string> =>
      new Set(this.hits.filter(({ key }) => keys.has(key)).map(keyAfter));
    const [spared, wanted] = [keysAfter(this.spared), keysAfter(this.wanted)];
    const { heading, rows } = this.#editor.content;
    const edits = editsOfTexts(
      heading,
      rows.map(({ initiative }) => initiative),
      changes,
    );
    const cause: StepCause = {
      kind: 'replace',
      from: mention(this.query),
      to: mention(replacement),
      places: hits.length,
    };
    if (edits.length > 0 && !this.#editor.perform(edits, cause)) return 0;
    this.current = current;
    [this.spared, this.wanted] = [spared, wanted];
    return hits.length;
  }
}

function hitsIn({ place, text }: PlacedText, query: string, options: FindOptions): FindHit[] {
  return findIn(text, query, options).map((mark) => ({
    key: keyOf(place, mark[0]),
    place,
    text,
    mark,
  }));
}

function keyOf(place: TextPlace, start: number): string {
  return `${JSON.stringify(place)}${start}`;
}
