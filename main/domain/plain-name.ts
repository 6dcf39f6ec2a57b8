import { searchText } from '../../shared/model/search-text.ts';

/** What tells a row from the others of its report, as far as it is called something; '' where it is not. */
export function rowName({ title, section }: { readonly title: string; readonly section: string }): string {
  const name = plainName(title);
  return name === '' ? '' : `${name}\n${plainName(section)}`;
}

/** A name without what writers change without meaning it: width, case, spaces. */
export function plainName(text: string): string {
  return searchText(text).replaceAll(/\s+/gu, '');
}
