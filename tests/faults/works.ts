import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RequestInput, RequestName, RequestOutput } from '../../shared/contract/requests.ts';
import type { Failure } from '../../shared/failure.ts';
import { newIdentifier } from '../../main/application/new-identifier.ts';
import type { TestApplication } from '../support/open-test-application.ts';
import { places, type Mark, type Work } from './work-and-marks.ts';

/** What a work was answered, when that was a failure. */
export class Refused extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(JSON.stringify(failure));
    this.failure = failure;
  }
}

/** Does what persons do, over requests; each work throws `Refused` where it is answered with a failure. */
export class Worker {
  readonly #application: TestApplication;
  readonly #folder: string;
  readonly #report: string;
  readonly #page = newIdentifier();
  #turn = 0;

  constructor(application: TestApplication, folder: string, report: string) {
    this.#application = application;
    this.#folder = folder;
    this.#report = report;
    application.files.export = places(folder).exported;
    application.files['sign-off'] = places(folder).exported;
    application.files.import = join(folder, '取込.json');
  }

  /** Gives what was promised by it. */
  async do(work: Work): Promise<Partial<Mark>> {
    const report = this.#report;
    switch (work) {
      case 'save':
        await this.#ask('reports.edit', { report, step: await this.#step() });
        return {};
      case 'undo':
        await this.#ask('reports.undo', { report });
        return {};
      case 'redo':
        await this.#ask('reports.redo', { report });
        return {};
      case 'create':
        await this.#create();
        return {};
      case 'export':
        await this.#ask('reports.export', { report });
        return this.#exported();
      case 'import': {
        const { id } = await this.#ask('imports.read', {});
        await this.#ask('imports.store', { reading: id });
        return {};
      }
      case 'backup': {
        await this.#ask('backups.make', {});
        return { backup: (await this.#ask('backups.list', {})).backups[0]!.name };
      }
      case 'restore': {
        const { backups } = await this.#ask('backups.list', {});
        await this.#ask('backups.restore', { name: backups[0]!.name });
        return {};
      }
      case 'sign-off':
        return this.#signOff();
      case 'draft':
        return this.#draft();
    }
  }

  async #create(): Promise<void> {
    const fiscalYear = 2030 + (await this.#ask('reports.list', {})).length;
    await this.#ask('reports.create', {
      municipality: '汐見市',
      department: '総務部',
      fiscalYear,
      yearLabel: `令和${fiscalYear - 2018}年度`,
      headPost: '総務部長',
      headName: '堤 一郎',
    });
  }

  async #signOff(): Promise<Partial<Mark>> {
    const report = this.#report;
    await this.#ask('reports.export', { report });
    const signature = { signedBy: '部長 相沢', signedAt: '2026-05-01', note: '起案の通り' };
    await this.#ask('signOffs.record', { report, ...signature });
    await this.#ask('signOffs.startRevision', { report, reason: '数値の訂正' });
    return this.#exported();
  }

  async #draft(): Promise<Partial<Mark>> {
    this.#turn += 1;
    const kept = { page: this.#page, turn: this.#turn };
    const draft = { steps: [await this.#step()], aside: [], unsent: [] };
    const { library } = await this.#ask('application.start', {});
    await this.#ask('drafts.keep', { library, report: this.#report, ...kept, draft });
    return { draft: kept };
  }

  async #step(): Promise<RequestInput<'reports.edit'>['step']> {
    const { report, sequence } = await this.#ask('reports.read', { report: this.#report });
    const { id, title: before } = report.initiatives[0]!;
    const after = `取組 ${sequence + 1}${'、道路と公園の点検'.repeat(sequence % 40)}`;
    return {
      id: newIdentifier(),
      edits: [{ kind: 'set-field', owner: 'row', initiative: id, field: 'title', before, after }],
    };
  }

  async #ask<N extends RequestName>(name: N, input: RequestInput<N>): Promise<RequestOutput<N>> {
    const answer = await this.#application.call(name, input);
    if (!answer.ok) throw new Refused(answer.failure);
    return answer.value;
  }

  /** Nothing is promised of a file that the fault, which stays, keeps from us, too. */
  #exported(): { readonly file: string } | Record<string, never> {
    const { exported } = places(this.#folder);
    try {
      return { file: existsSync(exported) ? hashOf(readFileSync(exported)) : '' };
    } catch {
      return {};
    }
  }
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
