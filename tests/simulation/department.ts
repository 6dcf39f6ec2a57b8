import { copyFileSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { Random } from '../../scripts/suites/hostile-word/random.ts';
import type { Initiative } from '../../shared/model/report.ts';
import { must } from '../support/must.ts';
import { changeRows } from './change-rows.ts';
import { Person, type Held } from './person.ts';
import { sameState } from '../merging/laws.ts';
import { brokenBySettling, brokenByTaking, sameHeld, stateOf, type Known, type Sent } from './promises.ts';
import { Texts, textsIn } from './texts.ts';
import { diesTaking, rowsOfPart, type Ways } from './ways.ts';
import { rewriteWordFile } from './rewrite-word-file.ts';

interface Section {
  readonly name: string;
  readonly person: Person;
  /** What was given out to it as a Word file, if it has no program. */
  readonly wordFile: string | null;
}

/** A year of a department: several sections, a compiler, and a folder that all of them see. */
export class Department {
  /** What happened, in words, for whoever looks into a fault. */
  readonly acts: string[] = [];
  readonly broken: string[] = [];
  readonly #random: Random;
  readonly #texts = new Texts();
  readonly #ways: Ways;
  readonly #folder: string;
  readonly #share: string;
  readonly #compiler: Person;
  readonly #sections: Section[] = [];
  readonly #sent: Sent[] = [];
  readonly #seen = new Map<string, Sent>();
  readonly #writer = new Map<string, string>();
  readonly #touched = new Set<string>();
  readonly #cameIn = new Set<string>();
  #report = '';
  #number = 0;

  constructor(folder: string, seed: number, ways: Ways) {
    this.#random = new Random(seed);
    this.#ways = ways;
    this.#folder = folder;
    this.#share = join(folder, '共有');
    this.#compiler = this.#somebody('取りまとめ');
    mkdirSync(this.#share);
  }

  /** The report is made, and its rows are given out. */
  async begins(): Promise<void> {
    const count = this.#random.between(2, 6);
    const names = Array.from({ length: count }, (_, at) => `第${at + 1}課`);
    const { report } = await this.#compiler.at(async (program) =>
      must(await program.call('sample.add', {})),
    );
    this.#report = report;
    await this.#compiler.types(report, (rows) =>
      rows.map((row, at) => ({
        ...row,
        section: names[at % count]!,
        plan: [this.#texts.next(), this.#texts.next()],
        results: [this.#texts.next()],
      })),
    );
    for (const name of names) {
      const withProgram = this.#random.below(4) > 0;
      const file = join(this.#folder, `配布-${name}.${withProgram ? 'sengen-part' : 'docx'}`);
      await this.#compiler.at(async (program) => {
        program.files.export = file;
        const kind = withProgram ? 'part' : 'word';
        must(await program.call('parts.giveOut', { report, section: name, deadline: '4月30日', kind }));
      });
      const person = this.#somebody(name);
      if (withProgram)
        await person.at(async (program) => {
          program.files['take-part'] = file;
          must(await program.call('parts.begin', {}));
        });
      this.#sections.push({ name, person, wordFile: withProgram ? null : file });
    }
    copyFileSync(this.#compiler.library, this.#given);
  }

  /** Something happens. */
  async goesOn(): Promise<void> {
    const section = this.#random.of(this.#sections);
    const kind = this.#random.below(20);
    if (kind < 6) await this.#writes(section);
    else if (kind < 10) await this.#handsIn(section);
    else if (kind < 13) await this.#takes();
    else if (kind < 15) await this.#compilerWrites();
    else if (kind < 17) await this.#settles();
    else if (kind === 17) await this.#dies();
    else if (kind === 18) await this.#shareGoesAway();
    else this.#comesTwice();
  }

  /** All that was sent comes to the same, in whatever order and however often it is taken in. */
  async ends(): Promise<void> {
    if (this.#sent.length === 0) return;
    const [one, other] = await Promise.all(
      [this.#sent, this.#shuffled([...this.#sent, ...this.#sent])].map(async (files, at) => {
        const compiler = this.#somebody(`もう一人${at}`);
        copyFileSync(this.#given, compiler.library);
        for (const { file } of files) must(await this.#ways.takeIn(compiler, this.#report, file));
        return this.#ways.holds(compiler, this.#report);
      }),
    );
    if (one === undefined || other === undefined) return;
    if (!sameState(stateOf(one), stateOf(other))) {
      this.#breaks(`the order matters: ${JSON.stringify(one)} / ${JSON.stringify(other)}`);
    }
  }

  get #given(): string {
    return join(this.#folder, '配布した時.sengen');
  }

  get #known(): Known {
    return { writer: this.#writer, cameIn: this.#cameIn, touched: this.#touched };
  }

  /** Clocks are off by up to ten years. */
  #somebody(name: string): Person {
    const folder = join(this.#folder, name);
    mkdirSync(folder);
    return new Person(folder, '報告.sengen', this.#random.between(-3_650, 3_650) * 86_400_000);
  }

  #does(act: string): void {
    this.acts.push(act);
  }

  #breaks(...promises: readonly string[]): void {
    this.broken.push(...promises.map((promise) => `${this.acts.length}. ${this.acts.at(-1)}: ${promise}`));
  }

  /** Whoever changes rows signs the texts that are new in them. */
  #changed(rows: readonly Initiative[], section: string, writer: string): readonly Initiative[] {
    const before = textsIn(rows);
    const name = `s${(this.#number += 1)}x${writer === '' ? 'c' : writer.charCodeAt(1)}`;
    const after = changeRows(rows, section, { random: this.#random, texts: this.#texts, name });
    for (const text of textsIn(after)) if (!before.has(text)) this.#writer.set(text, writer);
    return after;
  }

  async #writes({ name, person, wordFile }: Section): Promise<void> {
    if (wordFile !== null) return;
    this.#does(`${name} writes`);
    await person.types(this.#report, (rows) => this.#changed(rows, name, name));
  }

  async #handsIn({ name, person, wordFile }: Section): Promise<void> {
    const number = this.#sent.length + 1;
    const ending = wordFile === null ? 'sengen-part' : 'docx';
    const file = join(this.#folder, `提出${number}.${ending}`);
    this.#does(`${name} hands in ${number}`);
    let texts: ReadonlySet<string>;
    if (wordFile === null) {
      await person.at(async (program) => {
        program.files.export = file;
        must(await program.call('parts.handIn', { report: this.#report, section: name }));
      });
      texts = textsIn(await rowsOfPart(file));
    } else {
      const typed = this.#texts.next();
      this.#writer.set(typed.slice(0, 6), name);
      texts = await rewriteWordFile(wordFile, file, typed, this.#random);
    }
    const sent = { file, section: name, texts };
    this.#sent.push(sent);
    this.#send(sent, `${String(number).padStart(3, '0')}-${name}.${ending}`);
  }

  #send(sent: Sent, name: string): void {
    const seen = join(this.#share, name);
    this.#ways.send(sent.file, seen);
    this.#seen.set(seen, sent);
  }

  /** A file is copied once more, to stand behind or before the others. */
  #comesTwice(): void {
    if (this.#sent.length === 0) return;
    const sent = this.#random.of(this.#sent);
    this.#does(`${sent.section} sends again what it handed in`);
    const number = String(this.#random.below(1_000)).padStart(3, '0');
    this.#send(sent, `${number}-${sent.section}-再送.${sent.file.split('.').at(-1)}`);
  }

  #anyFile(): { readonly path: string; readonly sent: Sent } | null {
    const names = readdirSync(this.#share).filter((name) => !name.startsWith('.'));
    if (names.length === 0) return null;
    const path = join(this.#share, this.#random.of(names.sort()));
    const sent = this.#seen.get(path);
    return sent === undefined ? null : { path, sent };
  }

  async #takes(): Promise<void> {
    const file = this.#anyFile();
    if (file === null) return;
    this.#does(`takes in ${file.path.split('/').at(-1)}`);
    const before = this.#held();
    const told = await this.#ways.takeIn(this.#compiler, this.#report, file.path);
    if (!told.ok) return this.#breaks(`a whole file was refused: ${JSON.stringify(told.failure)}`);
    const after = this.#held();
    this.#breaks(...brokenByTaking(before, after, file.sent, told.value, this.#known));
    if (told.value.step !== null && this.#random.below(3) === 0) return this.#takesBack(before);
    this.#comesIn(file.sent);
    if (after.conflicts.length > 0) await this.#canNotSign(after);
  }

  #comesIn({ texts }: Sent): void {
    for (const text of texts) this.#cameIn.add(text);
  }

  async #takesBack(before: Held): Promise<void> {
    this.#does('takes it back');
    await this.#compiler.at(async (program) =>
      must(await program.call('reports.undo', { report: this.#report })),
    );
    if (!sameHeld(before, this.#held())) this.#breaks('not what it was before');
  }

  async #canNotSign({ conflicts }: Held): Promise<void> {
    const signed = await this.#compiler.at((program) =>
      program.call('signOffs.record', {
        report: this.#report,
        signedBy: '部長',
        signedAt: '2027-05-01',
        note: '',
      }),
    );
    if (signed.ok) this.#breaks(`signed with ${conflicts.length} differences`);
  }

  async #compilerWrites(): Promise<void> {
    this.#does('the compiler writes');
    const before = this.#held();
    await this.#compiler.types(this.#report, (rows) =>
      this.#changed(rows, this.#random.of(this.#sections).name, ''),
    );
    const after = this.#held();
    const was = new Map(before.report.initiatives.map((row, at) => [row.id, { row, at }]));
    const isMoved = after.report.initiatives.some((row, at) => was.get(row.id)?.at !== at);
    for (const { name } of this.#sections) {
      const own = (held: Held): string =>
        JSON.stringify(held.report.initiatives.filter((row) => row.section === name));
      // Where rows stand is of all sections.
      if (isMoved || own(before) !== own(after)) this.#touched.add(name);
    }
  }

  async #settles(): Promise<void> {
    const before = this.#held();
    if (before.conflicts.length === 0) return;
    const conflict = this.#random.of(before.conflicts);
    this.#does(`settles ${JSON.stringify(conflict.place)}`);
    this.#touched.add(conflict.section);
    const options = ['ours', 'base', ...conflict.terms.slice(1).map((_, at) => at)] as const;
    const choice = this.#random.of(options);
    const settled = await this.#compiler.at(async (program) =>
      program.call('conflicts.settle', { conflict: conflict.id, with: choice }),
    );
    if (!settled.ok) return this.#breaks(`not settled: ${JSON.stringify(settled.failure)}`);
    this.#breaks(...brokenBySettling(before, this.#held(), conflict.id, ''));
  }

  /** The program is killed at a disk operation while it takes a hand-in in: all of it is there then, or none. */
  async #dies(): Promise<void> {
    const file = this.#anyFile();
    if (file === null) return;
    this.#does(`dies while taking in ${file.path.split('/').at(-1)}`);
    const before = this.#held();
    const twin = this.#somebody(`写し${(this.#number += 1)}`);
    copyFileSync(this.#compiler.library, twin.library);
    const told = await this.#ways.takeIn(twin, this.#report, file.path);
    if (!told.ok) return this.#breaks(`a whole file was refused: ${JSON.stringify(told.failure)}`);
    if (diesTaking(this.#compiler, file.path, this.#random.between(1, 60)) === null) return;
    const after = this.#held();
    const whole = this.#ways.holds(twin, this.#report);
    if (sameHeld(after, whole)) {
      this.#comesIn(file.sent);
      this.#breaks(...brokenByTaking(before, after, file.sent, told.value, this.#known));
    } else if (!sameHeld(after, before)) this.#breaks('half of a hand-in stands there');
  }

  async #shareGoesAway(): Promise<void> {
    const file = this.#anyFile();
    if (file === null) return;
    this.#does('the shared folder goes away');
    const before = this.#held();
    renameSync(this.#share, `${this.#share}.away`);
    const told = await this.#ways.takeIn(this.#compiler, this.#report, file.path);
    renameSync(`${this.#share}.away`, this.#share);
    if (told.ok) this.#breaks('a file that is not there was taken in');
    if (!sameHeld(before, this.#held())) this.#breaks('something changed');
  }

  #held(): Held {
    return this.#ways.holds(this.#compiler, this.#report);
  }

  #shuffled<T>(values: readonly T[]): T[] {
    const left = [...values];
    return Array.from(values, () => left.splice(this.#random.below(left.length), 1)).flat();
  }
}
