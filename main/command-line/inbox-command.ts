import { once } from 'node:events';
import { resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { RequestOutput } from '../../shared/contract/requests.ts';
import type { Failure } from '../../shared/failure.ts';
import type { Result } from '../../shared/result.ts';
import { failureSentences } from '../../shared/words/failure-sentences.ts';
import { inboxWords } from '../../shared/words/inbox-words.ts';
import { chosenReport } from './chosen-report.ts';
import type { Command } from './command.ts';
import type { CommandApplication } from './open-application.ts';
import { exitCodes, sayFailure, type Terminal } from './terminal.ts';
import { withLibrary } from './with-library.ts';

type Listing = RequestOutput<'handIns.folder'>;

/** Milliseconds between two looks of `--watch`. */
const pause = 10_000;

export const inboxCommand: Command = {
  usage: 'sengen inbox FILE.sengen フォルダー [--report ID] [--take] [--watch] [--json]',
  purpose:
    '提出用フォルダーに届いたファイルを、課、提出者、版、期限の内外、取り込み済みかどうかとともに一覧にします。--take は新しい提出を取り込み、--watch は届くたびに知らせます。',
  shape: {
    words: ['FILE.sengen', 'フォルダー'],
    options: ['report'],
    flags: ['take', 'watch'],
    json: true,
  },
  run({ words, options, flags, json }, terminal) {
    const files = { 'hand-in-folder': resolve(words[1] ?? '') };
    return withLibrary(
      words[0],
      files,
      terminal,
      async (application) => {
        const report = await chosenReport(application, options['report']);
        if (!report.ok) return sayFailure(terminal, report.failure);
        const look = (): Promise<Result<Listing>> =>
          lookOnce(application, report.value, flags.has('take'), terminal);
        if (flags.has('watch')) return watch(look, terminal);
        const listed = await look();
        if (!listed.ok) return sayFailure(terminal, listed.failure);
        if (listed.value.away) {
          terminal.messages(inboxWords.away(listed.value.folder));
          return exitCodes.refused;
        }
        if (json) terminal.output(JSON.stringify(printed(listed.value)));
        else for (const line of inboxWords.listing(listed.value)) terminal.output(line);
        return listed.value.files.some(({ state }) => state === 'new')
          ? exitCodes.findings
          : exitCodes.done;
      },
      { backUp: flags.has('take') },
    );
  },
};

/** Looks at the folder; with `take` what is new is taken in first, as `merge` does. */
async function lookOnce(
  application: CommandApplication,
  report: string,
  take: boolean,
  terminal: Terminal,
): Promise<Result<Listing>> {
  const listed = await application.call('handIns.folder', { report });
  if (!listed.ok || !take || listed.value.away) return listed;
  let taken = 0;
  for (const { fileName, state, looked } of listed.value.files) {
    if (state !== 'new' || looked === null) continue;
    const one = await application.call('parts.takeIn', { part: looked.part });
    if (one.ok) {
      taken += 1;
      terminal.messages(inboxWords.taken(fileName, one.value.merged.length, one.value.conflicts.length));
    } else sayFailure(terminal, one.failure);
  }
  return taken === 0 ? listed : application.call('handIns.folder', { report });
}

/** Says what arrives until somebody ends it. A folder that goes away is said once, and so is that it is back. */
async function watch(look: () => Promise<Result<Listing>>, terminal: Terminal): Promise<number> {
  const ended = new AbortController();
  const asked = Promise.race(['SIGINT', 'SIGTERM'].map((signal) => once(process, signal)));
  void asked.then(() => ended.abort());
  let before: readonly string[] = [];
  let wasAway = false;
  while (!ended.signal.aborted) {
    const listed = await look();
    if (!listed.ok) return sayFailure(terminal, listed.failure);
    const { away, folder } = listed.value;
    if (away !== wasAway) terminal.messages(away ? inboxWords.away(folder) : inboxWords.back(folder));
    wasAway = away;
    if (!away) {
      const now = inboxWords.listing(listed.value);
      for (const line of now) if (!before.includes(line)) terminal.output(line);
      before = now;
    }
    await delay(pause, undefined, { signal: ended.signal }).catch(() => undefined);
  }
  return exitCodes.done;
}

/** As an outside tool is told it: without what only requests of the same run understand. */
function printed({ folder, files, waiting }: Listing) {
  return {
    folder,
    waiting,
    files: files.map(({ fileName, arrived, state, nth, late, looked, failure }) => ({
      file: fileName,
      arrived,
      state,
      nth,
      late,
      section: looked?.section ?? null,
      by: looked?.by ?? null,
      at: looked?.at ?? null,
      revision: looked?.revision ?? null,
      note: looked?.note ?? null,
      deadline: looked?.deadline ?? null,
      byTitle: looked?.word?.byTitle ?? false,
      why: failure === null ? null : whyOf(failure as Failure),
    })),
  };
}

function whyOf(failure: Failure): string {
  const { happened, next } = failureSentences(failure);
  return `${happened}${next}`;
}
