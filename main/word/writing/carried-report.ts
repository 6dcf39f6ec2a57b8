import { prints, printsPart, type Form } from '../../../shared/model/form.ts';
import { partsOf, type ItemField } from '../../../shared/model/fields/item-parts.ts';
import { ownFieldsIn, withOwn } from '../../../shared/model/fields/values.ts';
import type { Initiative, Outcome, Report, Target } from '../../../shared/model/report.ts';
import type { RowField } from '../../../shared/model/fields/built-in-fields.ts';
import {
  carryingContentTypesXml,
  carryingRelationshipsXml,
  customPartPropertiesXml,
  customPartRelationshipsXml,
} from './package-parts.ts';
import { xmlText } from './xml-text.ts';
import { ZipEntryWriter, zipEntry, type ZipEntry } from './zip-entry.ts';

/**
 * The report that a Word file carries beside its table, for what no print shows: identifiers, verdicts, which
 * outcome speaks of which target, where a measure ends and its value begins.
 *
 * A reader uses it only where the printed text still says the same.
 */

/** Word gives custom parts such names when it saves. */
const part = 'customXml/item1.xml';

/**
 * The report with nothing in it that `form` does not print, so that a published file says no more than it
 * shows; at which stage the report is, does not change the file.
 */
export function carriedReport(report: Report, form: Form): Report {
  const has = (field: RowField): boolean => prints(form, field);
  const { own: _own, ...shown } = report;
  return {
    ...shown,
    stage: null,
    initiatives: report.initiatives.map((row) => ({
      ...withPrintedOwn(row, form),
      pageBreakBefore: form.name === 'report' && row.pageBreakBefore,
      declarationPageBreakBefore: form.name === 'declaration' && row.declarationPageBreakBefore,
      title: has('title') ? row.title : '',
      section: has('section') ? row.section : '',
      plan: has('plan') ? row.plan : [],
      // A verdict is part of what came of a target.
      targets: has('targets')
        ? row.targets.map((target) => withPrintedParts(target, form, 'targets', has('outcomes')))
        : [],
      results: has('results') ? row.results : [],
      direction: has('direction') ? row.direction : [],
      outcomes: has('outcomes')
        ? row.outcomes.map((outcome) => ({
            ...withPrintedParts(outcome, form, 'outcomes'),
            targets: has('targets') ? outcome.targets : [],
          }))
        : [],
    })),
  };
}

/** An item without what no column prints of it; `judged`: its verdict goes along, which says no more than its outcomes do. */
function withPrintedParts<Item extends Target | Outcome>(
  item: Item,
  form: Form,
  field: ItemField,
  judged = false,
): Item {
  const hidden = ownFieldsIn(item).filter((own) => !printsPart(form, field, own));
  const shown = hidden.reduce((left, own) => withOwn(left, own, []), item);
  const empty = {
    measure: '',
    note: null,
    value: null,
    verdict: null,
    statement: '',
    asOf: null,
    figures: [],
  };
  const silent = partsOf(field).filter(
    (part) => !printsPart(form, field, part) && !(judged && part === 'verdict'),
  );
  return { ...shown, ...Object.fromEntries(silent.map((part) => [part, empty[part]])) };
}

/** The row without own fields that the form does not print. */
function withPrintedOwn(row: Initiative, form: Form): Initiative {
  const hidden = ownFieldsIn(row).filter((field) => !prints(form, field));
  return hidden.reduce((left, field) => withOwn(left, field, []), row);
}

/** The entries of a package that carries `json`, a report as `sengen-report/1` on one line. */
export async function withCarriedReport(entries: readonly ZipEntry[], json: string): Promise<ZipEntry[]> {
  const content = new ZipEntryWriter(part);
  content.write(
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
      `<sengen xmlns="urn:sengen:report:1">${xmlText(json)}</sengen>`,
  );
  const carrying = new Map([
    ['[Content_Types].xml', carryingContentTypesXml()],
    ['word/_rels/document.xml.rels', carryingRelationshipsXml()],
  ]);
  return [
    ...entries.map((entry) => {
      const xml = carrying.get(entry.name);
      return xml === undefined ? entry : zipEntry(entry.name, xml);
    }),
    await content.end(),
    zipEntry('customXml/itemProps1.xml', customPartPropertiesXml()),
    zipEntry('customXml/_rels/item1.xml.rels', customPartRelationshipsXml()),
  ];
}
