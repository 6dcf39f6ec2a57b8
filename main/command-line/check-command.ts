import { resolve } from 'node:path';
import { fieldOf } from '../../shared/model/checks/check-report.ts';
import type { Finding } from '../../shared/model/checks/finding.ts';
import { noRules, type OfficeRules } from '../../shared/model/checks/house/office-rules.ts';
import { excerptOf } from '../../shared/model/checks/text-at.ts';
import { formOfReport } from '../../shared/model/forms/form-of-report.ts';
import type { Form } from '../../shared/model/form.ts';
import type { Report } from '../../shared/model/report.ts';
import { writingStageOf } from '../../shared/model/stage.ts';
import { nameOfField } from '../../shared/words/field-names.ts';
import { checkWords } from '../../shared/words/check-report-words.ts';
import { findingSentence } from '../../shared/words/finding-sentences.ts';
import { success, type Result } from '../../shared/result.ts';
import { chosenReport } from './chosen-report.ts';
import type { Command } from './command.ts';
import type { CommandApplication, OpenOptions } from './open-application.ts';
import { exitCodes, sayFailure } from './terminal.ts';
import { lookIntoLibrary } from './with-library.ts';

export const checkCommand: Command = {
  usage: 'sengen check FILE.sengen [--report ID] [--rules RULES.json] [--json]',
  purpose:
    '報告の書き漏れ、数値の食い違い、議員から問われそうな点、公用文の書き方を調べます。指定がなければ、最も新しい報告を、そのファイルに保存された文書の決まりで調べます。--rules を付けると、そのファイルの決まりで調べます。何も変更しません。',
  shape: { words: ['FILE.sengen'], options: ['report', 'rules'], json: true },

  run: ({ words, options, json }, terminal) =>
    lookIntoLibrary(words[0], filesOf(options['rules']), terminal, async (application) => {
      const rules = options['rules'] === undefined ? success(undefined) : await rulesOfFile(application);
      if (!rules.ok) return sayFailure(terminal, rules.failure);
      const report = await chosenReport(application, options['report']);
      if (!report.ok) return sayFailure(terminal, report.failure);
      const read = await application.call('reports.read', { report: report.value });
      if (!read.ok) return sayFailure(terminal, read.failure);
      const checked = await application.call('reports.check', {
        report: report.value,
        ...(rules.value === undefined ? {} : { rules: rules.value }),
      });
      if (!checked.ok) return sayFailure(terminal, checked.failure);
      const told = toldFindings(read.value.report, checked.value.findings);
      if (json) terminal.output(JSON.stringify(told.map(({ name: _name, ...finding }) => finding)));
      else sayAll(told, (line) => terminal.output(line));
      terminal.messages([checkWords.sum(told.length), checkWords.moved].join('\n'));
      return told.length === 0 ? exitCodes.done : exitCodes.findings;
    }),
};

function filesOf(rules: string | undefined): OpenOptions['files'] {
  return rules === undefined ? undefined : { 'read-rules': resolve(rules) };
}

/** The rules that a person named instead of the library's; a list of words is one that has nothing else. */
async function rulesOfFile(application: CommandApplication): Promise<Result<OfficeRules>> {
  const read = await application.call('rules.readFile', {});
  if (!read.ok) return read;
  const { value } = read;
  return success(value.kind === 'rules' ? value.rules : { ...noRules, words: value.words });
}

/** A finding as an outside tool hears of it. */
interface ToldFinding extends Pick<Finding, 'rule' | 'family' | 'severity'> {
  /** The number printed in NO.; null: the whole report. */
  readonly row: number | null;
  readonly field: string | null;
  /** What the field is called. */
  readonly name: string;
  readonly excerpt: string;
  readonly message: string;
  readonly fix: string | null;
}

function toldFindings(report: Report, findings: readonly Finding[]): ToldFinding[] {
  const { initiatives } = report;
  const form = formOfReport(report, writingStageOf(report.stage, initiatives));
  const numbers = new Map(initiatives.map(({ id }, at) => [id, at + 1]));
  return findings.map((finding) => {
    const { rule, family, severity, place } = finding;
    const field = place.kind === 'heading' ? place.field : fieldOf(place);
    return {
      row: 'row' in place ? (numbers.get(place.row) ?? null) : null,
      field,
      name: nameOf(field, form),
      rule,
      family,
      severity,
      excerpt: excerptOf(finding, report, form),
      message: findingSentence(finding, form),
      fix: finding.fix ?? null,
    };
  });
}

function nameOf(field: string | null, form: Form): string {
  return field === null ? '' : (nameOfField(field, form) ?? field);
}

/** What is to be looked at, then what might be asked: nothing in the second list is wrong. */
function sayAll(told: readonly ToldFinding[], say: (line: string) => void): void {
  const [asked, others] = [true, false].map((isAsked) =>
    told.filter(({ family }) => (family === 'judgement') === isAsked),
  );
  for (const finding of others ?? []) say(checkWords.line(finding));
  if (asked === undefined || asked.length === 0) return;
  say(checkWords.questions);
  for (const finding of asked) say(checkWords.line(finding));
}
