import type { PageContext } from '../page-context.ts';

/** Asks for files of a kind and reads them, from any screen. The list of reports has a place for what went wrong. */
export async function importFiles(
  {
    drops,
    imports,
    navigation,
    notices,
  }: Pick<PageContext, 'drops' | 'imports' | 'navigation' | 'notices'>,
  kind: 'word' | 'json',
): Promise<void> {
  // What is typed in the open report belongs to what the file is held against.
  await drops.beforehand?.();
  await imports.read(kind);
  const { failure } = imports.one;
  if (failure === null || navigation.route.name === 'reports') return;
  imports.one.failure = null;
  notices.fail(failure);
}
