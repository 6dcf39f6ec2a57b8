import type { Examined } from '../../../shared/contract/drop-requests.ts';

/** What can be done with a dropped file. */
export const dropWays = ['verify', 'take', 'import', 'update', 'import-json', 'receive', 'open'] as const;
export type DropWay = (typeof dropWays)[number];

/** The ways for a file, the fitting one first. */
export function waysFor(examined: Examined): readonly DropWay[] {
  switch (examined.kind) {
    case 'exported': {
      const marked = examined.changes + examined.comments > 0;
      if (marked) return ['take', 'verify', 'update'];
      return examined.status === 'differs' ? ['take', 'verify', 'update'] : ['verify'];
    }
    case 'word':
      return ['import', 'verify'];
    case 'report-json':
      return ['import-json'];
    case 'part':
      return ['receive'];
    case 'library':
      return ['open'];
    case 'other':
      return [];
  }
}
