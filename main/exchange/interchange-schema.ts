import * as v from 'valibot';
import { officeFormSchema } from '../../shared/model/forms/office-form.ts';
import { fiscalYearSchema, verdictSchema, writingStageSchema } from '../../shared/model/report.ts';

/**
 * The shape of `sengen-report/1`, the report as JSON that outside tools write and read.
 *
 * A public agreement: keys may be added, never taken away. Texts are checked for characters
 * afterwards (read-report-json.ts), so that a refusal can name every place at once.
 */

export const interchangeFormat = 'sengen-report/1';

const text = v.string();
const texts = v.optional(v.array(v.string()), []);
const perhapsText = v.optional(v.nullable(v.string()), null);
const identifier = v.optional(v.nullable(v.string()), null);

const values = v.optional(v.record(v.string(), v.union([v.string(), v.array(v.string())])));

/**
 * What the fields of a form hold that not every report has, by identifier; left out where nothing stands there. Read
 * under `own`, too: files were written so before the agreement named it.
 */
const extra = { extra: values, own: values };

const target = v.object({
  id: identifier,
  measure: text,
  note: perhapsText,
  value: perhapsText,
  verdict: v.optional(v.nullable(verdictSchema), null),
  ...extra,
});

const figure = v.object({ label: perhapsText, value: text });

const outcome = v.object({
  id: identifier,
  statement: text,
  asOf: perhapsText,
  figures: v.optional(v.array(figure), []),
  /** Places of targets in the row, from 1. */
  targets: v.optional(v.array(v.pipe(v.number(), v.integer(), v.minValue(1))), []),
  ...extra,
});

const initiative = v.object({
  id: identifier,
  number: v.optional(v.pipe(v.number(), v.integer())),
  title: text,
  section: text,
  /** The row starts a page of the report, and of the declaration. */
  pageBreakBefore: v.optional(v.boolean(), false),
  declarationPageBreakBefore: v.optional(v.boolean(), false),
  plan: texts,
  targets: v.optional(v.array(target), []),
  results: texts,
  direction: texts,
  outcomes: v.optional(v.array(outcome), []),
  ...extra,
});

export const interchangeSchema = v.object({
  format: v.literal(interchangeFormat),
  id: identifier,
  municipality: text,
  department: text,
  fiscalYear: fiscalYearSchema,
  yearLabel: v.optional(text),
  head: v.object({ post: text, name: text }),
  /** Left out where nobody chose it. */
  stage: v.optional(v.nullable(writingStageSchema), null),
  /** The form that it is written in; left out where that is the official one. */
  form: v.exactOptional(officeFormSchema),
  ...extra,
  initiatives: v.pipe(v.array(initiative), v.maxLength(20_000)),
});

export type Interchange = v.InferOutput<typeof interchangeSchema>;
export type InterchangeInitiative = Interchange['initiatives'][number];
export type InterchangeOutcome = InterchangeInitiative['outcomes'][number];
