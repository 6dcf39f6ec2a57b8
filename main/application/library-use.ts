import type { LibraryFile } from '../data/library-file.ts';
import type { LibraryNeed } from '../../shared/contract/request.ts';
import { requests, type RequestName } from '../../shared/contract/requests.ts';
import { failed, type Result } from '../../shared/result.ts';
import type { Context } from './context.ts';
import type { LostLibrary } from './lost-library.ts';
import type { Ports } from './ports.ts';
import { identifierOf } from './recent-libraries.ts';

/** One that nobody knows does nothing; the gate says so. */
function needOf(name: string): LibraryNeed {
  return Object.hasOwn(requests, name) ? requests[name as RequestName].library : 'none';
}

function isLost(answer: Result<unknown>): answer is Extract<Result<unknown>, { ok: false }> {
  return !answer.ok && answer.failure.code === 'library-lost';
}

/** Damage that is met in the open library: what can be read of it may be asked for (rescue-requests.ts). */
function noteDamage(answer: Result<unknown>, own: LibraryFile | null, session: Context['session']): void {
  if (answer.ok || own === null || own.isReadOnly) return;
  if (answer.failure.code === 'library-damaged' && answer.failure.path === own.path)
    session.damaged = own.path;
}

/**
 * Who works with the open library: a request keeps the one that it began with to its end.
 *
 * Another library is opened when nobody does. Requests that come meanwhile wait; one that waits for a person
 * does not hold it up, and is told afterwards that its library is gone.
 */
export class LibraryUse {
  readonly #context: Context;
  readonly #lost: LostLibrary;
  readonly #holders = new Set<object>();
  /** Settles when the switch under way, and those that wait behind it, are done; null when there is none. */
  #switching: Promise<unknown> | null = null;
  #freed: (() => void) | null = null;

  constructor(context: Context, lost: LostLibrary) {
    this.#context = context;
    this.#lost = lost;
  }

  /** Does a request with its own view of the library. `from`: which library its page shows; null when it says nothing. */
  async run<T>(
    name: string,
    from: string | null,
    work: (context: Context) => Promise<Result<T>>,
  ): Promise<Result<T>> {
    const need = needOf(name);
    if (need === 'none') return work(this.#context);
    if (need === 'opens') return work({ ...this.#context, switchLibrary: (open) => this.#switch(open) });
    // Nothing is waited for in the usual case: requests begin in the order in which they come.
    while (this.#switching !== null) await this.#switching;
    const { session } = this.#context;
    const own = session.library;
    if (need !== 'keeps' && from !== null && own !== null && identifierOf(own.path) !== from) {
      return failed({ code: 'library-changed' });
    }
    const holder = {};
    this.#holders.add(holder);
    try {
      const lost = need === 'works' ? this.#lost.failure() : null;
      if (lost !== null) return failed(await lost);
      const answer = await work({ ...this.#context, ports: this.#portsFor(own, holder), from });
      noteDamage(answer, own, session);
      // It happened meanwhile: the answer says where everything is.
      return isLost(answer) ? failed((await this.#lost.failure()) ?? answer.failure) : answer;
    } finally {
      this.#release(holder);
    }
  }

  /** While a person is asked, the library may change; the answer is then to a question that is none any more. */
  #portsFor(own: LibraryFile | null, holder: object): Ports {
    const { ports, session } = this.#context;
    const ask = async <T>(question: () => Promise<Result<T>>): Promise<Result<T>> => {
      this.#release(holder);
      const answer = await question();
      while (this.#switching !== null) await this.#switching;
      this.#holders.add(holder);
      return answer.ok && session.library !== own ? failed({ code: 'library-changed' }) : answer;
    };
    return {
      ...ports,
      chooseFile: (wish) => ask(() => ports.chooseFile(wish)),
      chooseFiles: (wish) => ask(() => ports.chooseFiles(wish)),
      chooseFolder: (purpose) => ask(() => ports.chooseFolder(purpose)),
    };
  }

  #release(holder: object): void {
    this.#holders.delete(holder);
    if (this.#holders.size === 0) this.#freed?.();
  }

  async #switch<T>(open: () => T | Promise<T>): Promise<T> {
    const before = this.#switching;
    const turn = (async () => {
      await before;
      // What can be stopped is: a long import into the library that goes would keep the person waiting.
      this.#context.session.longWork.cancelAll();
      while (this.#holders.size > 0) {
        await new Promise<void>((resolve) => (this.#freed = resolve));
      }
      this.#freed = null;
      return open();
    })();
    const settled = turn.catch(() => undefined);
    this.#switching = settled;
    try {
      return await turn;
    } finally {
      if (this.#switching === settled) this.#switching = null;
    }
  }
}
