import * as v from 'valibot';
import type { ContentIssue, ImportFailure } from '../../shared/failure.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import { deepestJson, mostValues, scanJson } from './scan-json.ts';

/** Formats of the files that are read, each with its version. */
export type ReadFormat = 'sengen-report/1' | 'sengen-form/1' | 'sengen-rules/1' | 'sengen-part/1';

/** Issues, places and unknown keys beyond this many are counted, not listed. */
export const listed = 20;

export interface ReadJson {
  readonly value: unknown;
  /** Keys that stand twice in one object, of which the latter counts. */
  readonly repeatedKeys: readonly string[];
}

/** Reads the JSON of a file that says of itself that it is of `format`. `path` only names it in failures. */
export function readJson(
  bytes: Uint8Array,
  path: string,
  format: ReadFormat,
): Result<ReadJson, ImportFailure> {
  const parsed = parse(bytes, path);
  if (!parsed.ok) return parsed;
  const says = formatOf(parsed.value.value);
  if (says === format) return parsed;
  const code = isLater(says, format) ? 'format-from-the-future' : 'format-unknown';
  return failed({ code, path, format: says, wanted: format });
}

function parse(bytes: Uint8Array, path: string): Result<ReadJson, ImportFailure> {
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

/** The same kind of file, of a version to come. */
function isLater(says: string, format: ReadFormat): boolean {
  const [name = ''] = format.split('/');
  const version = /^(\d{1,9})$/.exec(says.startsWith(`${name}/`) ? says.slice(name.length + 1) : '');
  return version !== null && Number(version[1]) > 1;
}

export function contentFailure(issues: readonly v.BaseIssue<unknown>[], path: string): ImportFailure {
  return contentInvalid(
    issues.map((issue) => ({
      path: v.getDotPath(issue as v.BaseIssue<unknown>)?.replaceAll(/\.(\d+)(?=\.|$)/g, '[$1]') ?? '',
      expected: issue.expected ?? '',
      found: issue.received.slice(0, 80),
    })),
    path,
  );
}

export function contentInvalid(issues: readonly ContentIssue[], path: string): ImportFailure {
  return {
    code: 'content-invalid',
    path,
    issues: issues.slice(0, listed),
    more: Math.max(0, issues.length - listed),
  };
}
