import * as v from 'valibot';
import { identifierSchema } from '../model/report.ts';
import { hats } from '../model/states/hats.ts';
import { request } from './request.ts';

/** Who may what, and how far each section is. */
export const stateRequests = {
  /**
   * In which part the person of this page works from now on; null: everything alone. Whatever is stored, taken in or signed is
   * asked whether that part may do it (shared/model/states/refusal.ts).
   */
  'hats.wear': request('none', v.object({ hat: v.nullable(v.picklist(hats)) }), v.object({})),
  /** What went out to the sections of a report and came back, of each the latest. */
  'board.hands': request(
    'works',
    v.object({ report: identifierSchema }),
    v.object({
      /** Of a library that was made of what was given out: whose rows, and by when. */
      own: v.nullable(v.object({ section: v.string(), deadline: v.string() })),
      /** `deadline` as it was written; '' for none. `at`: ISO 8601, UTC. */
      given: v.array(
        v.object({ section: v.string(), deadline: v.string(), by: v.string(), at: v.string() }),
      ),
      /** `at` by the clock of the section's PC. */
      taken: v.array(v.object({ section: v.string(), by: v.string(), at: v.string(), note: v.string() })),
    }),
  ),
} as const;
