import type { LibraryFailure, WriteFailure } from '../../../shared/failure.ts';
import { changedRules, type RulesChange } from '../../../shared/model/checks/house/change-rules.ts';
import {
  noRules,
  officeRulesSchema,
  type OfficeRules,
} from '../../../shared/model/checks/house/office-rules.ts';
import { success, type Result } from '../../../shared/result.ts';
import type { Actor } from '../reports/report-store.ts';
import { checkedJson } from '../reports/stored-json.ts';
import type { StoreAccess } from '../store-access.ts';

/** What the office of a library wants of the checks. */
export interface RulesStore {
  read(): OfficeRules;
  /** The rules as they are then. A change that does not fit is refused with `rules-full`, and nothing is stored. */
  change(
    change: RulesChange,
    actor: Actor,
  ): Result<OfficeRules, WriteFailure | LibraryFailure | { readonly code: 'rules-full' }>;
}

export function rulesStore({ database, reading, storing }: StoreAccess): RulesStore {
  const select = database.prepare<[], { readonly rules: string }>('SELECT rules FROM office_rules');
  const put = database.prepare<[string, string, string]>(`
    INSERT INTO office_rules (number, rules, changed_by, changed_at) VALUES (1, ?, ?, ?)
    ON CONFLICT (number) DO UPDATE
    SET rules = excluded.rules, changed_by = excluded.changed_by, changed_at = excluded.changed_at`);

  // Asked at each look at a report: the same text gives the same value.
  let known: { readonly json: string; readonly rules: OfficeRules } | null = null;
  const stored = (): OfficeRules => {
    const json = select.get()?.rules;
    if (json === undefined) return noRules;
    if (known?.json !== json) known = { json, rules: checkedJson(json, officeRulesSchema, 'office rules') };
    return known.rules;
  };

  return {
    read: () => reading(stored),
    change: (change, { author, at }) =>
      storing(() => {
        const changed = changedRules(stored(), change);
        if (!changed.ok) return changed;
        put.run(JSON.stringify(changed.value), author, at.toISOString());
        return success(changed.value);
      }),
  };
}
