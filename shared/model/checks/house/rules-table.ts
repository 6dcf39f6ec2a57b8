import * as v from 'valibot';
import { severities, type Severity } from '../finding.ts';
import { noStyle, type AllowedWord, type HouseWord, type IgnoredFinding } from '../settings.ts';
import { readTable, writeTable, type TableRow } from './cells.ts';
import { officeRulesFormat, officeRulesSchema, type OfficeRules } from './office-rules.ts';

/**
 * An office's rules as a table for Excel: a line each, its kind in the first column. What a line can't say (where a finding was
 * let stand) has columns of its own.
 */

const headings = ['種類', '対象', '指定', '備考', '取組', '欄'] as const;

const kinds = { word: '語', allowed: '許す語', rule: '規則', style: '書き方', ignored: '除外' } as const;

/** What an office chose of two right forms, as a person writes it. */
const styles = {
  数字: ['digits', { 半角: 'half', 全角: 'full', 一桁だけ全角: 'by-length' }],
  句読点: ['punctuation', { '、。': 'ten', '，。': 'comma' }],
  文体: ['sentences', { 'です・ます': 'polite', である: 'plain' }],
  年: ['years', { 和暦: 'era', 西暦: 'western' }],
} as const;

/** How much a rule weighs, as a person writes it. */
export const weights: Readonly<Record<Severity | 'off', string>> = {
  error: '誤り',
  warning: '注意',
  hint: '参考',
  off: '使わない',
};

/** A line of a table that was not taken over, and why. */
export interface UnreadLine {
  readonly line: number;
  readonly text: string;
  readonly why:
    'kind-unknown' | 'word-missing' | 'weight-unknown' | 'style-unknown' | 'reason-missing' | 'not-plain';
}

export interface ReadRulesTable {
  readonly rules: OfficeRules;
  readonly unread: readonly UnreadLine[];
}

export function writeRulesTable({ rules, style, words, allowed, ignored }: OfficeRules): string {
  return writeTable([
    headings,
    ...words.flatMap(({ write, instead, note }) =>
      instead.map((wrong) => [kinds.word, wrong, write ?? '', note ?? '', '', '']),
    ),
    ...allowed.map(({ word, note }) => [kinds.allowed, word, '', note ?? '', '', '']),
    ...Object.entries(styles).flatMap(([about, [key, forms]]) =>
      Object.entries(forms)
        .filter(([, form]) => form === style?.[key])
        .map(([says]) => [kinds.style, about, says, '', '', '']),
    ),
    ...Object.entries(rules).map(([id, weight]) => [kinds.rule, id, weights[weight], '', '', '']),
    ...ignored.map(({ rule, written, reason, row, field }) => [
      kinds.ignored,
      rule,
      written ?? '',
      reason,
      row ?? '',
      field ?? '',
    ]),
  ]);
}

/** Whether a text is such a table, and not a list of words. */
export function isRulesTable(text: string): boolean {
  const [first] = readTable(text.slice(0, 2_000)) ?? [];
  const kind = first?.cells[0] ?? '';
  return kind === headings[0] || Object.values<string>(kinds).includes(kind);
}

/**
 * Reads such a table. A line that can't be read is told and left out, all others count. Null where the text is no table of bearable
 * size, or holds more than a file of rules may.
 */
export function readRulesTable(text: string, name: string): ReadRulesTable | null {
  const rows = readTable(text);
  if (rows === null) return null;
  const rules: Record<string, Severity | 'off'> = {};
  let style: Record<string, string | null> | null = null;
  const words: HouseWord[] = [];
  const allowed: AllowedWord[] = [];
  const ignored: IgnoredFinding[] = [];
  const unread: UnreadLine[] = [];
  for (const row of rows) {
    const why = take(row);
    if (why !== null) unread.push({ line: row.line, text: row.cells.join(' ').slice(0, 80), why });
  }
  const checked = v.safeParse(officeRulesSchema, {
    format: officeRulesFormat,
    name,
    rules,
    ...(style === null ? {} : { style }),
    words: joined(words),
    allowed,
    ignored,
  });
  return checked.success ? { rules: checked.output, unread } : null;

  function take({ cells }: TableRow): UnreadLine['why'] | null {
    const [kind = '', about = '', says = '', remark = '', row = '', field = ''] = cells;
    if (kind === headings[0]) return null;
    const note = remark === '' ? null : remark;
    if (kind !== '' && about === '') return 'word-missing';
    switch (kind) {
      case kinds.word:
        return add(words, { write: says === '' ? null : says, instead: [about], note });
      case kinds.allowed:
        return add(allowed, { word: about, note });
      case kinds.rule: {
        const weight = ([...severities, 'off'] as const).find(
          (one) => weights[one] === says || one === says,
        );
        if (weight === undefined) return 'weight-unknown';
        if (!fits('rules', { [about]: weight })) return 'not-plain';
        rules[about] = weight;
        return null;
      }
      case kinds.style: {
        const [key, forms] = Object.entries(styles).find(([name]) => name === about)?.[1] ?? [];
        const form = Object.entries(forms ?? {}).find(([name]) => name === says)?.[1];
        if (key === undefined || form === undefined) return 'style-unknown';
        style = { ...(style ?? noStyle), [key]: form };
        return null;
      }
      case kinds.ignored:
        if (note === null) return 'reason-missing';
        return add(ignored, {
          rule: about,
          written: says === '' ? null : says,
          row: row === '' ? null : row,
          field: field === '' ? null : (field as IgnoredFinding['field']),
          reason: note,
        });
      default:
        return 'kind-unknown';
    }
  }

  function add<Entry>(list: Entry[], entry: Entry): UnreadLine['why'] | null {
    const of =
      (list as unknown) === words ? 'words' : (list as unknown) === allowed ? 'allowed' : 'ignored';
    if (!fits(of, [entry])) return 'not-plain';
    list.push(entry);
    return null;
  }
}

function fits(of: 'rules' | 'words' | 'allowed' | 'ignored', value: unknown): boolean {
  return v.is(officeRulesSchema.pipe[0].entries[of], value);
}

/** Entries that write the same word with the same remark are one. */
export function joined(words: readonly HouseWord[]): HouseWord[] {
  const groups = Map.groupBy(words, ({ write, note }) => JSON.stringify([write, note]));
  return [...groups.values()].flatMap((group) => {
    const instead = [...new Set(group.flatMap((one) => one.instead))];
    const [first] = group;
    if (first === undefined) return [];
    // As many entries as the bound of one asks for
    return Array.from({ length: Math.ceil(instead.length / 50) }, (_, at) => ({
      ...first,
      instead: instead.slice(at * 50, at * 50 + 50),
    }));
  });
}
