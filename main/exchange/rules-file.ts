import * as v from 'valibot';
import {
  officeRulesFormat,
  officeRulesSchema,
  type OfficeRules,
} from '../../shared/model/checks/house/office-rules.ts';
import type { ImportFailure } from '../../shared/failure.ts';
import { failed, success, type Result } from '../../shared/result.ts';
import { contentFailure, readJson } from './read-json.ts';

/** Reads an office's rules from the bytes of a `sengen-rules/1` file. `path` only names the file in failures. */
export function readRulesFile(bytes: Uint8Array, path: string): Result<OfficeRules, ImportFailure> {
  const read = readJson(bytes, path, officeRulesFormat);
  if (!read.ok) return read;
  const checked = v.safeParse(officeRulesSchema, read.value.value);
  return checked.success ? success(checked.output) : failed(contentFailure(checked.issues, path));
}

/** An office's rules as the text of a file: UTF-8 without BOM, one line break at the end. */
export function writeRulesFile(rules: OfficeRules): string {
  return `${JSON.stringify(rules, null, 2)}\n`;
}
