import { searchText } from '../../shared/model/search-text.ts';

/** A name without what writers change without meaning it: width, case, spaces. */
export function plainName(text: string): string {
  return searchText(text).replaceAll(/\s+/gu, '');
}
