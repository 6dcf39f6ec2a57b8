import { join, resolve } from 'node:path';
import type { EventName, EventPayload } from '../../shared/contract/events.ts';
import type { RequestInput, RequestName, RequestOutput } from '../../shared/contract/requests.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import type { FileWish, LogEntry } from '../../main/application/ports.ts';
import { readerHere } from '../../main/foreign-files/do-job.ts';
import type { Reader } from '../../main/foreign-files/reader.ts';
import { startApplication, type StartOptions } from '../../main/application/start-application.ts';

/** The application over a real library, with answers to file questions given in advance. */
export interface TestApplication {
  call<N extends RequestName>(name: N, input: RequestInput<N>): Promise<Result<RequestOutput<N>>>;
  dispatch(name: string, input: unknown, from?: string): Promise<Result<unknown>>;
  /** Leaves the next question for a file unanswered; `take` gets the way to answer it. */
  holdNextQuestion(take: (answer: (path: string) => void) => void): void;
  /** What the next question of a purpose is answered; without one it is cancelled. */
  readonly files: Partial<Record<FileWish['purpose'], string>>;
  /** The answer to the next questions for several files. */
  readonly several: string[];
  readonly wishes: FileWish[];
  readonly sent: { name: EventName; payload: unknown }[];
  readonly revealed: string[];
  readonly logged: LogEntry[];
  close(): Promise<void>;
}

export function openTestApplication(
  folder: string,
  name = '報告.sengen',
  /** The file that lists the libraries opened last. */
  recentPath?: string,
  /** Reads in this process unless a test is about the other one. */
  reader: Reader = readerHere,
  /** Where backups are made; none are made without it. */
  backupsFolder?: string,
  { now, ...more }: Partial<StartOptions> & { readonly now?: () => Date } = {},
): TestApplication {
  const files: TestApplication['files'] = {};
  const several: string[] = [];
  const wishes: FileWish[] = [];
  const sent: TestApplication['sent'] = [];
  const revealed: string[] = [];
  const logged: LogEntry[] = [];
  let held: Parameters<TestApplication['holdNextQuestion']>[0] | null = null;
  const application = startApplication({
    databasePath: join(folder, name),
    createIfMissing: true,
    ...(recentPath === undefined ? {} : { recentPath }),
    ...(backupsFolder === undefined ? {} : { backupsFolder }),
    draftsFolder: join(folder, 'drafts'),
    samplePath: resolve(import.meta.dirname, '../../resources/sample/report.json'),
    version: '0.0.0',
    reader,
    ...more,
    ports: {
      shell: 'command-line',
      chooseFile: (wish) => {
        wishes.push(wish);
        if (held !== null) {
          const take = held;
          held = null;
          return new Promise((answered) => {
            take((path) => {
              answered(success(path));
            });
          });
        }
        const path = files[wish.purpose];
        return Promise.resolve(path === undefined ? failed({ code: 'cancelled' }) : success(path));
      },
      chooseFiles: (wish) => {
        wishes.push({ ...wish, mode: 'open' });
        return Promise.resolve(
          several.length === 0 ? failed({ code: 'cancelled' }) : success([...several]),
        );
      },
      chooseFolder: (purpose) => {
        const path = files[purpose];
        return Promise.resolve(path === undefined ? failed({ code: 'cancelled' }) : success(path));
      },
      revealFile: (path) => revealed.push(path),
      send: <N extends EventName>(event: N, payload: EventPayload<N>) => {
        sent.push({ name: event, payload: structuredClone(payload) });
      },
      userName: '試験担当',
      now: now ?? (() => new Date('2026-05-01T09:00:00+09:00')),
      log: (entry) => logged.push(entry),
    },
  });
  return {
    call: async (request, input) =>
      (await application.dispatch(request, structuredClone(input))) as Result<
        RequestOutput<typeof request>
      >,
    dispatch: (request, input, from) => application.dispatch(request, input, from),
    holdNextQuestion: (take) => (held = take),
    files,
    several,
    wishes,
    sent,
    revealed,
    logged,
    close: () => application.close(),
  };
}
