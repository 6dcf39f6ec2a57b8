import { isOwnField } from '../../../shared/model/fields/field.ts';
import type { RowField } from '../../../shared/model/fields/built-in-fields.ts';

/** The manual's topic that speaks of the place where a person writes; null: its beginning. */
export function topicOfField(field: RowField | null): string | null {
  if (field === null) return null;
  // What a form brings is written like what every report has, a line or paragraphs.
  if (isOwnField(field)) return 'bullets';
  switch (field) {
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
