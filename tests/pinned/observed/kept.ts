import { must } from '../../support/must.ts';
import type { PinnedLibrary } from '../pinned-library.ts';
import { contentMark } from './content.ts';

/** What a library keeps beside the rows: lists of reports, the bin, comments, links, phrases; and that it is sound. */
export async function kept(library: PinnedLibrary): Promise<Record<string, unknown>> {
  const { application, report } = library;
  const { years } = must(await application.call('links.propose', { report }));
  const threads = must(await application.call('comments.list', { report }));
  return {
    reports: await reports(library),
    comments: threads.map(({ id: _, comments, ...thread }) => ({
      ...thread,
      comments: comments.map(({ id: __, ...comment }) => comment),
    })),
    links: years.flatMap(({ rows }) =>
      rows.map(({ id, confirmed, proposed, certainty }) => ({
        ...{ id, proposed, certainty },
        confirmed: confirmed === null ? null : { earlier: confirmed.earlier?.id ?? null },
      })),
    ),
    phrases: must(await application.call('phrases.list', {})),
    check: soundness(must(await application.call('library.check', {}))),
  };
}

/** Every report with its content: as they stand, and once what is in the bin was put back. */
async function reports({ application, removed }: PinnedLibrary) {
  const listed = async () =>
    Promise.all(
      must(await application.call('reports.list', {})).map(async ({ id, ...summary }) => ({
        ...summary,
        mark: contentMark(must(await application.call('reports.read', { report: id })).report),
      })),
    );
  const before = await listed();
  const bin = must(await application.call('reports.listRemoved', {})).map(
    ({ id: _, ...summary }) => summary,
  );
  must(await application.call('reports.restore', { report: removed }));
  return { before, bin, after: await listed() };
}

/** What the library lacks; whether it could be rescued was not asked when this was pinned. */
function soundness<T extends { readonly canBeRescued: boolean }>({ canBeRescued: _asked, ...found }: T) {
  return found;
}
