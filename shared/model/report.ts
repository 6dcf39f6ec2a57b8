import * as v from 'valibot';
import { fiscalYearLimits } from './fiscal-year.ts';
import { identifierPattern } from './identifier.ts';
import { ownFieldSchema } from './fields/schemas.ts';
import { officeFormSchema } from './forms/office-form.ts';
import { isPlainLine } from './plain-text.ts';
import { reportStandingSchema, rowStandingSchema } from './states/standing.ts';

/**
 * A department's report of one year: what its head declared, and what came of it.
 *
 * The schemas are the truth; the types are read off them. Values are never changed in place:
 * every change is an edit (see edits.ts).
 */

/** Longest line that is stored, in UTF-16 code units. Cells beyond {@link longCell} draw a warning. */
export const longestLine = 100_000;

/** Longest line that a person can make on the page: beyond, each key takes longer than it should. */
export const longestWritten = 50_000;

/** Characters from which one paragraph is so long that it is probably a mistake. */
export const longCell = 10_000;

export const identifierSchema = v.pipe(v.string(), v.regex(identifierPattern));

/** One line of plain text, perhaps empty. */
export const lineSchema = v.pipe(
  v.string(),
  v.maxLength(longestLine),
  v.check(isPlainLine, 'plain line without control characters'),
);

/** A text that may be absent: null, never the empty string. */
export const optionalLineSchema = v.nullable(v.pipe(lineSchema, v.nonEmpty()));

/** Most paragraphs that one field holds. */
export const mostParagraphs = 1_000;

/** Paragraphs of one field without their bullets. */
export const paragraphsSchema = v.pipe(v.array(lineSchema), v.maxLength(mostParagraphs), v.readonly());

export const verdicts = ['achieved', 'partly-achieved', 'not-achieved', 'not-assessable'] as const;
/** 達成 / 一部達成 / 未達成 / 評価不能, as the author judged. */
export const verdictSchema = v.picklist(verdicts);

/** What an own field of a form holds: a line or a list of lines. */
export const ownValueSchema = v.union([lineSchema, paragraphsSchema]);

/** What the own fields of a form hold (fields/field.ts): a line or a list of lines each, never empty. */
export const ownValuesSchema = v.pipe(
  v.record(ownFieldSchema, v.pipe(ownValueSchema, v.nonEmpty())),
  v.check((values) => Object.keys(values).length > 0, 'own values'),
  v.readonly(),
);
/** Left out where nothing stands in them, so that what was stored before they were known reads the same. */
const own = { own: v.exactOptional(ownValuesSchema) };

/** 達成目標: what is to be reached (`measure`), a remark on it (`note`), and how much (`value`, as written). */
export const targetSchema = v.pipe(
  v.object({
    id: identifierSchema,
    measure: lineSchema,
    note: optionalLineSchema,
    value: optionalLineSchema,
    verdict: v.nullable(verdictSchema),
    ...own,
  }),
  v.readonly(),
);

/** 実績値: one figure as written, with its label. */
export const figureSchema = v.pipe(
  v.object({ label: optionalLineSchema, value: lineSchema }),
  v.readonly(),
);
export const figuresSchema = v.pipe(v.array(figureSchema), v.maxLength(100), v.readonly());

/** Identifiers of targets of the same row. */
export const targetReferencesSchema = v.pipe(v.array(identifierSchema), v.maxLength(100), v.readonly());

/** 目標達成状況: a statement, the day its figures stand for (`asOf`), the figures, and the targets it speaks of. */
export const outcomeSchema = v.pipe(
  v.object({
    id: identifierSchema,
    statement: lineSchema,
    asOf: optionalLineSchema,
    figures: figuresSchema,
    targets: targetReferencesSchema,
    ...own,
  }),
  v.readonly(),
);

/** 取組: one row of the table. Its number is its place in the report. */
export const initiativeSchema = v.pipe(
  v.object({
    id: identifierSchema,
    title: lineSchema,
    section: lineSchema,
    /** The row starts a page of the report. */
    pageBreakBefore: v.boolean(),
    /** … and of the declaration, whose pages break elsewhere. Absent in what was logged before it was known. */
    declarationPageBreakBefore: v.optional(v.boolean(), false),
    plan: paragraphsSchema,
    targets: v.pipe(v.array(targetSchema), v.maxLength(100), v.readonly()),
    results: paragraphsSchema,
    direction: paragraphsSchema,
    outcomes: v.pipe(v.array(outcomeSchema), v.maxLength(100), v.readonly()),
    ...own,
    /** 下書き, 提出, 確認済, 差戻し: no content. Left out of a draft. */
    standing: v.exactOptional(rowStandingSchema),
  }),
  v.readonly(),
);

export const fiscalYearSchema = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(fiscalYearLimits.first),
  v.maxValue(fiscalYearLimits.last),
);

/** The fields above the table. Titles, posts and names are snapshots of their year. */
export const reportHeadingSchema = v.object({
  municipality: lineSchema,
  department: lineSchema,
  fiscalYear: fiscalYearSchema,
  yearLabel: lineSchema,
  headPost: lineSchema,
  headName: lineSchema,
});

export const headingParts = [
  'municipality',
  'department',
  'fiscalYear',
  'yearLabel',
  'headPost',
  'headName',
] as const satisfies readonly (keyof v.InferOutput<typeof reportHeadingSchema>)[];

export const writingStages = ['declaration', 'report'] as const;
/** What is being written: the declaration of spring, or the report on what came of it (stage.ts). */
export const writingStageSchema = v.picklist(writingStages);

export const reportSchema = v.pipe(
  v.object({
    id: identifierSchema,
    ...reportHeadingSchema.entries,
    /** As a person chose it; null where nobody did, and what is written decides. */
    stage: v.nullable(writingStageSchema),
    /** 様式: the form that it is written in; left out where that is the official one. */
    form: v.exactOptional(officeFormSchema),
    ...own,
    /** Where it is beside what is being written (stage.ts): no content. Left out where it was always only written. */
    standing: v.exactOptional(reportStandingSchema),
    initiatives: v.pipe(v.array(initiativeSchema), v.maxLength(20_000), v.readonly()),
  }),
  v.readonly(),
);

export type Verdict = v.InferOutput<typeof verdictSchema>;
export type Target = v.InferOutput<typeof targetSchema>;
export type Figure = v.InferOutput<typeof figureSchema>;
export type Outcome = v.InferOutput<typeof outcomeSchema>;
export type Initiative = v.InferOutput<typeof initiativeSchema>;
export type ReportHeading = Readonly<v.InferOutput<typeof reportHeadingSchema>>;
export type WritingStage = v.InferOutput<typeof writingStageSchema>;
export type Report = v.InferOutput<typeof reportSchema>;

/** Where a row says that it starts a page of a document. */
export const pageBreakKeys = {
  report: 'pageBreakBefore',
  declaration: 'declarationPageBreakBefore',
} as const satisfies { readonly [document in WritingStage]: keyof Initiative };

/** A row with nothing in it yet. */
export function emptyInitiative(id: string): Initiative {
  return {
    id,
    title: '',
    section: '',
    pageBreakBefore: false,
    declarationPageBreakBefore: false,
    plan: [],
    targets: [],
    results: [],
    direction: [],
    outcomes: [],
  };
}
