import * as v from 'valibot';
import type { Finding } from '../model/checks/finding.ts';
import { officeRulesSchema } from '../model/checks/house/office-rules.ts';
import { identifierSchema } from '../model/report.ts';
import { request } from './request.ts';

/** What a person may want to look at in a report before it goes out. */
export const findingRequests = {
  /**
   * All that the rules find in a report as it is stored, held against those of former years; from its top down.
   * Changes nothing. `sequence`: the step up to which the report was looked at. `rules`: by which it is looked at instead of
   * those of the library.
   */
  'reports.check': request(
    'works',
    v.object({ report: identifierSchema, rules: v.optional(officeRulesSchema) }),
    v.object({
      sequence: v.number(),
      findings: v.custom<readonly Finding[]>((value) => Array.isArray(value)),
    }),
  ),
} as const;
