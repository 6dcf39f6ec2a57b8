import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fieldText } from '../../main/application/word/row-text.ts';
import { initiativeWith } from '../../main/word/marked/initiative-with.ts';
import { reportForm } from '../../shared/model/forms/official-form.ts';
import type { Initiative } from '../../shared/model/report.ts';
import { builtInField, builtInRowFields } from '../../shared/model/fields/built-in-fields.ts';
import { arbitraryInitiative } from '../support/arbitrary-report.ts';
import { countingIdentifiers } from '../support/counting-identifiers.ts';

describe('Printed paragraphs put back into a row', () => {
  test('print the same again: no text is lost or rewritten', () => {
    fc.assert(
      fc.property(
        arbitraryInitiative,
        arbitraryInitiative,
        fc.constantFrom(...builtInRowFields),
        (row, other, field) => {
          const paragraphs = fieldText(other, field.id, reportForm);
          const put = initiativeWith(row, field, paragraphs, countingIdentifiers());
          expect(fieldText(put, field.id, reportForm)).toEqual(paragraphs);
          for (const { targets } of put.outcomes) {
            expect(targets.every((id) => put.targets.some((target) => target.id === id))).toBe(true);
          }
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test('a value, a note or a figure that changed stays what it was: value, note or figure', () => {
    const target = {
      id: 'target01',
      measure: '設置',
      note: '高輝度型',
      value: '5台',
      verdict: 'achieved',
    } as const;
    const outcome = {
      id: 'outcome1',
      statement: '設置しました。',
      asOf: '令和8年3月末',
      figures: [{ label: '設置 台数', value: '5台' }],
      targets: ['target01'],
    };
    const row: Initiative = {
      id: 'row00001',
      title: '',
      section: '',
      pageBreakBefore: false,
      declarationPageBreakBefore: false,
      plan: [],
      results: [],
      direction: [],
      targets: [target],
      outcomes: [outcome],
    };
    const targets = (text: string) =>
      initiativeWith(row, builtInField('targets'), [text], countingIdentifiers()).targets;
    expect(targets('・設置(高輝度型) 延べ6台')).toEqual([{ ...target, value: '延べ6台' }]);
    expect(targets('・新設(高輝度型) 5台')).toEqual([{ ...target, measure: '新設' }]);
    expect(targets('・設置(LED) 5台')).toEqual([{ ...target, note: 'LED' }]);
    expect(targets('・設置 5台')).toEqual([{ ...target, note: null }]);
    expect(targets('・設置(高輝度型)')).toEqual([{ ...target, value: null }]);
    const lines = ['・設置しました。', '【令和8年3月末】', '設置 台数 7台'];
    expect(initiativeWith(row, builtInField('outcomes'), lines, countingIdentifiers()).outcomes).toEqual([
      { ...outcome, figures: [{ label: '設置 台数', value: '7台' }] },
    ]);
  });
});
