import * as v from 'valibot';
import { rowFieldSchema } from '../../fields/schemas.ts';
import { isPlainLine } from '../../plain-text.ts';
import { identifierSchema } from '../../report.ts';
import { severities } from '../finding.ts';
import { defaultCheckSettings, noStyle, type CheckSettings } from '../settings.ts';

/**
 * 表記規則: an office's own rules, as one value that travels from PC to PC. A file of it (`sengen-rules/1`) is the same value;
 * as a table for Excel: rules-table.ts.
 */

export const officeRulesFormat = 'sengen-rules/1';

/** Most entries of each list, and the longest word and remark, in UTF-16 code units. */
export const mostEntries = 5_000;
export const longestWord = 100;
export const longestNote = 500;
const mostInstead = 50;

const text = (longest: number) =>
  v.pipe(v.string(), v.maxLength(longest), v.check(isPlainLine, 'plain line'));
const said = (longest: number) =>
  v.pipe(
    text(longest),
    v.check((line) => line.trim() !== '', 'a word'),
  );
const word = said(longestWord);
const note = v.nullable(said(longestNote));
const list = <Value extends v.GenericSchema>(value: Value) =>
  v.pipe(v.array(value), v.maxLength(mostEntries), v.readonly());

export const houseWordSchema = v.pipe(
  v.object({
    write: v.nullable(word),
    instead: v.pipe(v.array(word), v.minLength(1), v.maxLength(mostInstead), v.readonly()),
    note,
  }),
  v.readonly(),
);

export const ruleIdSchema = v.pipe(
  v.string(),
  v.maxLength(longestWord),
  v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u),
);

/** How much a rule weighs. */
export const weightSchema = v.picklist([...severities, 'off']);

/** Kept even where a rule is not known here: the next Sengen may know it. */
const ruleSettings = v.pipe(
  v.record(ruleIdSchema, weightSchema),
  v.check((settings) => Object.keys(settings).length <= mostEntries, 'a list of rules'),
  v.readonly(),
);

export const styleSchema = v.pipe(
  v.object({
    digits: v.nullable(v.picklist(['half', 'full', 'by-length'])),
    punctuation: v.nullable(v.picklist(['ten', 'comma'])),
    sentences: v.nullable(v.picklist(['polite', 'plain'])),
    years: v.nullable(v.picklist(['era', 'western'])),
  }),
  v.readonly(),
);

export const allowedWordSchema = v.pipe(v.object({ word, note }), v.readonly());

export const ignoredFindingSchema = v.pipe(
  v.object({
    rule: ruleIdSchema,
    written: v.nullable(v.pipe(v.string(), v.maxLength(longestNote))),
    row: v.nullable(identifierSchema),
    field: v.nullable(rowFieldSchema),
    reason: said(longestNote),
  }),
  v.readonly(),
);

export const officeRulesSchema = v.pipe(
  v.object({
    format: v.literal(officeRulesFormat),
    name: said(longestWord),
    rules: ruleSettings,
    style: v.exactOptional(styleSchema),
    words: list(houseWordSchema),
    allowed: list(allowedWordSchema),
    ignored: list(ignoredFindingSchema),
  }),
  v.readonly(),
);

/** The rules of one office, by name. */
export type OfficeRules = v.InferOutput<typeof officeRulesSchema>;

/** What the checks are given of an office's rules: what it does not say is as it comes. */
export function settingsOf({ rules, style, words, allowed, ignored }: OfficeRules): CheckSettings {
  return {
    rules: { ...defaultCheckSettings.rules, ...rules },
    style: style ?? noStyle,
    words,
    allowed,
    ignored,
  };
}

/** As long as an office wants nothing of its own. */
export const noRules: OfficeRules = {
  format: officeRulesFormat,
  name: '文書の決まり',
  rules: {},
  words: [],
  allowed: [],
  ignored: [],
};
