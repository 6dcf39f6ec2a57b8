import { formNames, titleOf } from '../../../shared/model/form.ts';
import { formOfReport } from '../../../shared/model/forms/form-of-report.ts';
import { headLineOf } from '../../../shared/model/outline.ts';
import type { ReportHeading } from '../../../shared/model/report.ts';
import type { ReportDraft } from '../../domain/report-draft.ts';
import type { HeadingRead } from './read-heading.ts';
import type { OutsideLine } from './report-tables.ts';

/** The heading of a report as far as the file says it; null for what it does not say. */
export type FoundHeading = { readonly [part in keyof ReportHeading]: ReportHeading[part] | null } & {
  readonly used: ReadonlySet<OutsideLine>;
};

/** The heading as read, with the carried values wherever title and head line stand as they were printed. */
export function withCarriedHeading(
  read: HeadingRead,
  outside: readonly OutsideLine[],
  carried: ReportDraft | null,
): FoundHeading {
  const { year, municipality, department, headPost, headName } = read;
  const found = {
    municipality,
    department,
    headPost,
    headName,
    fiscalYear: year?.fiscalYear ?? null,
    yearLabel: year?.label ?? null,
  };
  if (carried === null) return { ...found, used: read.used };
  const above = outside.filter(({ above }) => above);
  const lineThatSays = (text: string): OutsideLine | undefined =>
    above.find(({ line }) => line.text.trim() === text.trim());
  const title = formNames
    .map((name) => lineThatSays(titleOf(formOfReport(carried, name), carried)))
    .find((line) => line !== undefined);
  const headLine = lineThatSays(headLineOf(carried));
  const used = new Set([...read.used, ...[title, headLine].filter((line) => line !== undefined)]);
  const samePost = title !== undefined || headPost === carried.headPost;
  return {
    // The print names the municipality nowhere, and the department only by its head's post.
    municipality: municipality ?? carried.municipality,
    department: samePost ? carried.department : department,
    fiscalYear: title === undefined ? (found.fiscalYear ?? carried.fiscalYear) : carried.fiscalYear,
    yearLabel: title === undefined ? (found.yearLabel ?? carried.yearLabel) : carried.yearLabel,
    headPost: title === undefined && headLine === undefined ? headPost : carried.headPost,
    headName: headLine !== undefined || headLineOf(carried).trim() === '' ? carried.headName : headName,
    used,
  };
}
