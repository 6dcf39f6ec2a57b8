import * as v from 'valibot';
import type { ContentIssue, ImportFailure } from '../../shared/failure.ts';
import type { ReadingWarning } from '../../shared/model/reading-warning.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import type { Mentions } from '../domain/join-row.ts';
import type { ReportDraft } from '../domain/report-draft.ts';
import { draftOf } from './draft-of-interchange.ts';
import { interchangeFormat, interchangeSchema, type Interchange } from './interchange-schema.ts';
import { fieldsMentioned } from './fields-mentioned.ts';
import { contentFailure, contentInvalid, listed, readJson } from './read-json.ts';
import { unknownKeys } from './unknown-keys.ts';

export interface ReadReport {
  readonly draft: ReportDraft;
  readonly mentions: Mentions;
  /** Parts of the heading that the file does not say; the draft has what is usual there. */
  readonly unsaid: readonly 'yearLabel'[];
  readonly warnings: readonly ReadingWarning[];
}

/**
 * Reads a report from the bytes of a `sengen-report/1` file.
 *
 * `path` only names the file in failures. Nothing of the file is dropped in silence: what can't be
 * kept as it is draws a warning, what can't be kept at all refuses the whole file.
 */
export function readReportJson(bytes: Uint8Array, path: string): Result<ReadReport, ImportFailure> {
  const parsed = readJson(bytes, path, interchangeFormat);
  if (!parsed.ok) return parsed;
  const { value, repeatedKeys } = parsed.value;
  const checked = v.safeParse(interchangeSchema, value);
  if (!checked.success) return failed(contentFailure(checked.issues, path));

  const hanging = hangingReferences(checked.output);
  if (hanging.length > 0) return failed(contentInvalid(hanging, path));

  const { draft, warnings, unwritable } = draftOf(checked.output);
  if (unwritable.length > 0) {
    return failed({
      code: 'control-characters',
      path,
      places: unwritable.slice(0, listed),
      more: Math.max(0, unwritable.length - listed),
    });
  }
  return success({
    draft,
    mentions: { fields: fieldsMentioned(value), verdicts: true },
    unsaid: checked.output.yearLabel === undefined ? ['yearLabel'] : [],
    warnings: [
      ...repeatedKeys.slice(0, listed).map((key) => ({ code: 'repeated-key', key }) as const),
      ...unknownKeys(value, interchangeSchema, listed).map(
        (place) => ({ code: 'unknown-key', path: place }) as const,
      ),
      ...warnings,
    ],
  });
}

/** Outcomes that name a target which their row does not have. */
function hangingReferences(file: Interchange): ContentIssue[] {
  return file.initiatives.flatMap(({ targets, outcomes }, row) =>
    outcomes.flatMap((outcome, place) =>
      outcome.targets
        .filter((target) => target > targets.length)
        .map((target) => ({
          path: `initiatives[${row}].outcomes[${place}].targets`,
          expected: `<=${targets.length}`,
          found: String(target),
        })),
    ),
  );
}
