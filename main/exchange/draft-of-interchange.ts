import { yearLabelOf } from '../../shared/model/fiscal-year.ts';
import { isOwnField } from '../../shared/model/fields/field.ts';
import { withOwn, type OwnsFields } from '../../shared/model/fields/values.ts';
import { identifierPattern } from '../../shared/model/identifier.ts';
import { firstUnwritable, toPlainLine } from '../../shared/model/plain-text.ts';
import type { ReadingWarning } from '../../shared/model/reading-warning.ts';
import { longCell } from '../../shared/model/report.ts';
import type { InitiativeDraft, OutcomeDraft, ReportDraft } from '../domain/report-draft.ts';
import type { Interchange, InterchangeInitiative, InterchangeOutcome } from './interchange-schema.ts';

export interface DraftReading {
  readonly draft: ReportDraft;
  readonly warnings: readonly ReadingWarning[];
  /** Places of characters that a report can't hold. */
  readonly unwritable: readonly { readonly path: string; readonly character: string }[];
}

/** Turns a well-shaped file into a draft, noting what had to be changed on the way. */
export function draftOf(file: Interchange): DraftReading {
  const reader = new TextReader();
  const draft: ReportDraft = {
    id: reader.identifier(file.id),
    municipality: reader.line(file.municipality, 'municipality'),
    department: reader.line(file.department, 'department'),
    fiscalYear: file.fiscalYear,
    yearLabel: reader.line(file.yearLabel ?? yearLabelOf(file.fiscalYear), 'yearLabel'),
    headPost: reader.line(file.head.post, 'head.post'),
    headName: reader.line(file.head.name, 'head.name'),
    stage: file.stage,
    ...(file.form === undefined ? {} : { form: file.form }),
    ...reader.own(file, 'extra'),
    initiatives: file.initiatives.map((initiative, index) => initiativeDraft(initiative, index, reader)),
  };
  return { draft, warnings: reader.warnings, unwritable: reader.unwritable };
}

function initiativeDraft(file: InterchangeInitiative, index: number, reader: TextReader): InitiativeDraft {
  const path = `initiatives[${index}]`;
  if (file.number !== undefined && file.number !== index + 1) {
    reader.warnings.push({ code: 'number-not-its-place', number: file.number, place: index + 1 });
  }
  return {
    id: reader.identifier(file.id),
    number: file.number,
    title: reader.line(file.title, `${path}.title`),
    section: reader.line(file.section, `${path}.section`),
    pageBreakBefore: file.pageBreakBefore,
    declarationPageBreakBefore: file.declarationPageBreakBefore,
    plan: reader.paragraphs(file.plan, `${path}.plan`),
    targets: file.targets.map((target, place) => ({
      id: reader.identifier(target.id),
      measure: reader.line(target.measure, `${path}.targets[${place}].measure`),
      note: reader.perhapsLine(target.note, `${path}.targets[${place}].note`),
      value: reader.perhapsLine(target.value, `${path}.targets[${place}].value`),
      verdict: target.verdict,
      ...reader.own(target, `${path}.targets[${place}].extra`),
    })),
    results: reader.paragraphs(file.results, `${path}.results`),
    direction: reader.paragraphs(file.direction, `${path}.direction`),
    outcomes: file.outcomes.map((outcome, place) =>
      outcomeDraft(outcome, `${path}.outcomes[${place}]`, reader),
    ),
    ...reader.own(file, `${path}.extra`),
  };
}

function outcomeDraft(file: InterchangeOutcome, path: string, reader: TextReader): OutcomeDraft {
  const targets = [...new Set(file.targets)];
  if (targets.length < file.targets.length) {
    reader.warnings.push({ code: 'repeated-target', path: `${path}.targets` });
  }
  return {
    id: reader.identifier(file.id),
    statement: reader.line(file.statement, `${path}.statement`),
    asOf: reader.perhapsLine(file.asOf, `${path}.asOf`),
    figures: file.figures.map((figure, place) => ({
      label: reader.perhapsLine(figure.label, `${path}.figures[${place}].label`),
      value: reader.line(figure.value, `${path}.figures[${place}].value`),
    })),
    targets: targets.map((number) => number - 1),
    ...reader.own(file, `${path}.extra`),
  };
}

/** Reads texts one by one and keeps what a person should hear of them. */
class TextReader {
  readonly warnings: ReadingWarning[] = [];
  readonly unwritable: { path: string; character: string }[] = [];

  /** A line as it stands. Line breaks and tabs become spaces, with a warning. */
  line(text: string, path: string): string {
    const plain = text.replaceAll(/[\t\n\r]+/g, ' ');
    if (plain !== text) this.warnings.push({ code: 'breaks-made-spaces', path });
    return this.checked(plain, path);
  }

  perhapsLine(text: string | null, path: string): string | null {
    return text === null || text === '' ? null : this.line(text, path);
  }

  /** Paragraphs as they stand. One with line breaks becomes several, with a warning. */
  paragraphs(texts: readonly string[], path: string): string[] {
    return texts.flatMap((text, index) => {
      const place = `${path}[${index}]`;
      if (!/[\n\r]/.test(text)) return [this.line(text, place)];
      const lines = text.split(/\r\n|[\n\r]/).filter((line) => line !== '');
      this.warnings.push({ code: 'line-breaks-split', path: place, lines: lines.length });
      return lines.map((line) => this.line(line, place));
    });
  }

  /** What own fields hold; a key that can't be the name of one is told and left behind. */
  own({ extra, own }: Pick<InterchangeInitiative, 'extra' | 'own'>, path: string): OwnsFields {
    let holder: OwnsFields = {};
    for (const [field, value] of Object.entries({ ...own, ...extra })) {
      const place = `${path}.${toPlainLine(field).slice(0, 80)}`;
      if (!isOwnField(field)) this.warnings.push({ code: 'unknown-key', path: place });
      else {
        const read = typeof value === 'string' ? this.line(value, place) : this.paragraphs(value, place);
        holder = withOwn(holder, field, read);
      }
    }
    return holder;
  }

  /** An identifier that the program could have made; anything else is left behind with a warning. */
  identifier(text: string | null): string | null {
    if (text === null || identifierPattern.test(text)) return text;
    this.warnings.push({ code: 'identifier-replaced', identifier: toPlainLine(text).slice(0, 80) });
    return null;
  }

  private checked(text: string, path: string): string {
    const character = firstUnwritable(text);
    if (character !== null) this.unwritable.push({ path, character });
    if (text.length >= longCell) {
      this.warnings.push({ code: 'long-paragraph', path, characters: text.length });
    }
    return text;
  }
}
