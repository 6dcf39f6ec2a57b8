import { failed, success, type Result } from '../../../shared/result.ts';
import { announceStep } from '../announce-step.ts';
import { actorOf, openedLibrary, type Context } from '../context.ts';
import { tellingOfConflicts } from '../hand-ins/telling-of-conflicts.ts';
import { newIdentifier } from '../new-identifier.ts';

/** Puts a report that an import made into the bin, or undoes the step that updated it as long as that is the last. */
export function takeBackImport(
  context: Context,
  { report, step }: { readonly report: string; readonly step: string | null },
): Result<Record<string, never>> {
  const library = openedLibrary(context);
  if (!library.ok) return library;
  if (step === null) {
    const put = library.value.bin.put(report, context.ports.now());
    if (!put.ok) return put;
    context.ports.send('library.changed', {});
    return success({});
  }
  const own = newIdentifier();
  const undone = tellingOfConflicts(context, library.value, report, () =>
    library.value.reports.undo(report, own, actorOf(context), step),
  );
  if (!undone.ok) {
    return undone.failure.code === 'nothing-to-undo' ? failed({ code: 'import-overtaken' }) : undone;
  }
  announceStep(context, report, undone.value, own, undone.value.edits);
  return success({});
}
