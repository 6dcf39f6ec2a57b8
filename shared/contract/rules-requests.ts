import * as v from 'valibot';
import { rulesChangeSchema } from '../model/checks/house/change-rules.ts';
import { houseWordSchema, officeRulesSchema } from '../model/checks/house/office-rules.ts';
import { request } from './request.ts';

/** Lines of a file that were not understood, as a person finds them: by number, and what stands there. */
const unreadSchema = v.array(v.object({ line: v.number(), text: v.string() }));

/** What a file holds: an office's rules, or a list of its words. */
export const readRulesSchema = v.variant('kind', [
  v.object({ kind: v.literal('rules'), rules: officeRulesSchema, unread: unreadSchema }),
  v.object({ kind: v.literal('words'), words: v.array(houseWordSchema), unread: unreadSchema }),
]);
export type ReadRules = v.InferOutput<typeof readRulesSchema>;

/**
 * 文書の決まり: what the office of the open library wants of the checks. Each change is told by `rules.changed`.
 */
export const rulesRequests = {
  'rules.read': request('works', v.object({}), v.object({ rules: officeRulesSchema })),
  'rules.change': request(
    'works',
    v.object({ change: rulesChangeSchema }),
    v.object({ rules: officeRulesSchema }),
  ),
  /** Reads a file that the person chooses; nothing is stored. */
  'rules.readFile': request('none', v.object({}), readRulesSchema),
  /** Writes the rules to a file that the person chooses: `sengen-rules/1`, or as a table for Excel. */
  'rules.write': request(
    'works',
    v.object({ kind: v.picklist(['json', 'csv']) }),
    v.object({ path: v.string() }),
  ),
} as const;
