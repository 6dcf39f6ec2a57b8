import { bridgeOverWire } from '../../renderer/bridge/bridge-over-wire.ts';
import { openReport } from '../../renderer/state/editing/open-report.ts';
import type { ReportEditor } from '../../renderer/state/editing/report-editor.svelte.ts';
import { RowWriter } from '../../renderer/state/editing/row-writer.svelte.ts';
import type { ReportPeer } from './report-peer.ts';
import { testDrafts } from './test-drafts.ts';
import { first } from './sample-report.ts';

/** Opens the peer's report as the page of that name does. */
export async function openEditor(
  peer: ReportPeer,
  page = 'page1',
  ahead: Parameters<typeof openReport>[3] = null,
): Promise<ReportEditor> {
  const bridge = bridgeOverWire(peer);
  const drafts = testDrafts(bridge, page);
  const opened = await openReport(bridge, drafts, peer.report.id, ahead);
  if (!opened.ok) throw new Error(opened.failure.code);
  return opened.value.editor;
}

/** Writes in one row of the editor. */
export function writerOf(editor: ReportEditor, row = first): RowWriter {
  const found = editor.content.row(row);
  if (found === undefined) throw new Error(`no row ${row}`);
  return new RowWriter(editor, found);
}
