import type { InitiativeField } from '../../../shared/model/report.ts';

/** The manual's topic that speaks of the place where a person writes; null: its beginning. */
export function topicOfField(field: InitiativeField | null): string | null {
  switch (field) {
    case null:
      return null;
    case 'title':
    case 'section':
      return 'row';
    case 'plan':
    case 'results':
    case 'direction':
      return 'bullets';
    case 'targets':
    case 'outcomes':
      return 'targets';
  }
}
