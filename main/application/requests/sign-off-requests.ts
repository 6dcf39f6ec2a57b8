import { writeFileAtomically } from '../../files/write-file-atomically.ts';
import type { ReportFailure } from '../../../shared/failure.ts';
import { mayDo, revising, signing, type Step } from '../../../shared/model/states/steps.ts';
import { conflictsRefusal } from '../../../shared/model/merging/open-conflicts.ts';
import { failed, success, type Result } from '../../../shared/result.ts';
import { actorOf, openedLibrary, type Context } from '../context.ts';
import type { HandlersOf } from '../handlers.ts';
import { recordSignOff } from '../word/record-sign-off.ts';
import { verifyFile } from '../word/verify-file.ts';
import { wantedFile } from '../word/wanted-file.ts';

/** Sign-off, and verifying a file against what was signed. */
export const signOffRequests: HandlersOf<
  'signOffs.record' | 'signOffs.list' | 'signOffs.startRevision' | 'signOffs.export' | 'files.verify'
> = {
  'signOffs.record': async (input, context) => {
    const library = openedLibrary(context);
    if (!library.ok) return library;
    const summary = library.value.reports.summary(input.report);
    if (summary === undefined) return failed({ code: 'report-missing', report: input.report });
    if (summary.state === 'signed') {
      return failed({ code: 'revision-signed', report: summary.id, revision: summary.revision });
    }
    const refusal =
      refusedPart(context, signing, input.report) ??
      conflictsRefusal(input.report, library.value.handIns.open(input.report).length);
    if (refusal !== null) return failed(refusal);
    const file = await askForWordFile(context, 'sign-off');
    if (!file.ok) return file;
    // Another library may have been opened while the question stood.
    const now = openedLibrary(context);
    if (!now.ok) return now;
    const recorded = await recordSignOff(context, now.value, file.value, input);
    if (!recorded.ok) return recorded;
    context.ports.send('library.changed', {});
    // What was signed stays for ever, beside what comes after it.
    void context.session.backups.make('sign-off');
    return recorded;
  },

  'signOffs.list': ({ report }, context) => {
    const library = openedLibrary(context);
    return library.ok ? library.value.signOffs.list(report) : library;
  },

  'signOffs.startRevision': ({ report, reason }, context) => {
    const library = openedLibrary(context);
    if (!library.ok) return library;
    const refusal = refusedPart(context, revising, report);
    if (refusal !== null) return failed(refusal);
    const started = library.value.signOffs.startRevision(report, reason, actorOf(context));
    if (!started.ok) return started;
    context.ports.send('library.changed', {});
    return success({ revision: started.value });
  },

  'signOffs.export': async ({ report, revision }, context) => {
    const library = openedLibrary(context);
    if (!library.ok) return library;
    const listed = library.value.signOffs.list(report);
    if (!listed.ok) return listed;
    const signOff = listed.value.signOffs.find((candidate) => candidate.revision === revision);
    const file = library.value.signOffs.file(report, revision);
    if (signOff === undefined) return failed({ code: 'sign-off-missing', report, revision });
    if (!file.ok) return file;
    const chosen = await context.ports.chooseFile({
      purpose: 'export',
      mode: 'save',
      endings: ['docx'],
      suggestedName: signOff.fileName,
    });
    if (!chosen.ok) return chosen;
    const written = await writeFileAtomically(chosen.value, file.value);
    if (!written.ok) return written;
    context.session.writtenFiles.add(chosen.value);
    return success({ path: chosen.value });
  },

  'files.verify': async ({ dropped }, context) => {
    const file = await askForWordFile(context, 'verify', dropped);
    if (!file.ok) return file;
    const library = openedLibrary(context);
    if (!library.ok) return library;
    const verified = await verifyFile(library.value, context.reader, file.value);
    return verified.ok ? success(verified.value.verification) : verified;
  },
};

/** Why whoever asks does not do this: it is another part's. */
function refusedPart(
  { session }: Context,
  step: Pick<Step<unknown>, 'hats'>,
  report: string,
): ReportFailure | null {
  if (mayDo(step, session.hat)) return null;
  return {
    code: 'state-refused',
    report,
    initiative: null,
    refusal: { why: 'other-hat', hats: step.hats },
  };
}

function askForWordFile(
  context: Context,
  purpose: 'sign-off' | 'verify',
  dropped?: string,
): Promise<Result<string>> {
  return wantedFile(context, dropped, { purpose, endings: ['docx'] });
}
