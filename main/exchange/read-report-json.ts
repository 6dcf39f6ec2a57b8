import * as v from 'valibot';
import type { ContentIssue, ImportFailure } from '../../shared/failure.ts';
import type { ReadingWarning } from '../../shared/model/reading-warning.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import type { Mentions } from '../domain/join-row.ts';
import type { ReportDraft } from '../domain/report-draft.ts';
import { draftOf } from './draft-of-interchange.ts';
import { interchangeFormat, interchangeSchema, type Interchange } from './interchange-schema.ts';
import { fieldsMentioned } from './fields-mentioned.ts';
import { deepestJson, mostValues, scanJson } from './scan-json.ts';
import { unknownKeys } from './unknown-keys.ts';

/** Issues, places and unknown keys beyond this many are counted, not listed. */
const listed = 20;

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
  const parsed = parse(bytes, path);
  if (!parsed.ok) return parsed;
  const { value, repeatedKeys } = parsed.value;

  const format = formatOf(value);
  if (format !== interchangeFormat) {
    return failed({
      code: isFutureFormat(format) ? 'format-from-the-future' : 'format-unknown',
      path,
      format,
    });
  }
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

interface Parsed {
  readonly value: unknown;
  readonly repeatedKeys: readonly string[];
}

function parse(bytes: Uint8Array, path: string): Result<Parsed, ImportFailure> {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return failed({ code: 'file-not-utf8', path });
  }
  const { tooDeep, tooMany, repeatedKeys } = scanJson(text);
  if (tooDeep) return failed({ code: 'json-too-deep', path, limit: deepestJson });
  if (tooMany) return failed({ code: 'json-too-many', path, limit: mostValues });
  try {
    return success({ value: JSON.parse(text) as unknown, repeatedKeys });
  } catch (error) {
    return failed({ code: 'json-broken', path, ...placeOf(error, text) });
  }
}

/** Line and column (from 1) of a syntax error; the end of the text where the engine names no place. */
function placeOf(error: unknown, text: string): { line: number; column: number } {
  const found = /position (\d+)/.exec(String(error));
  const before = text.slice(0, found === null ? text.length : Number(found[1]));
  const lineStart = before.lastIndexOf('\n') + 1;
  return { line: before.split('\n').length, column: before.length - lineStart + 1 };
}

function formatOf(value: unknown): string {
  const format =
    typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined;
  return typeof format === 'string' ? format : '';
}

function isFutureFormat(format: string): boolean {
  const version = /^sengen-report\/(\d{1,9})$/.exec(format);
  return version !== null && Number(version[1]) > 1;
}

function contentFailure(issues: readonly v.BaseIssue<unknown>[], path: string): ImportFailure {
  return contentInvalid(
    issues.map((issue) => ({
      path: v.getDotPath(issue as v.BaseIssue<unknown>)?.replaceAll(/\.(\d+)(?=\.|$)/g, '[$1]') ?? '',
      expected: issue.expected ?? '',
      found: issue.received.slice(0, 80),
    })),
    path,
  );
}

function contentInvalid(issues: readonly ContentIssue[], path: string): ImportFailure {
  return {
    code: 'content-invalid',
    path,
    issues: issues.slice(0, listed),
    more: Math.max(0, issues.length - listed),
  };
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
