import { join } from 'node:path';
import { inLibreOffice } from '../support/libre-office-macro.ts';

/** Opens a Word file in LibreOffice, works on it as `basic` says and saves it as a Word file again. */
export async function throughLibreOffice(bytes: Uint8Array, basic = ''): Promise<Uint8Array> {
  const [saved] = await inLibreOffice(
    bytes,
    (folder) => `${basic}
  doc.storeToURL(ConvertToURL("${join(folder, 'target.docx')}"), Array(MakeValue("FilterName", "MS Word 2007 XML")))`,
    ['target.docx'],
  );
  if (saved === undefined) throw new Error('LibreOffice saved nothing');
  return saved;
}

/** LibreOffice's own 「すべて承諾」. */
export const acceptAll =
  'dispatcher.executeDispatch(doc.CurrentController.Frame, ".uno:AcceptAllTrackedChanges", "", 0, none())';

/** LibreOffice's own 「すべて却下」. */
export const rejectAll = acceptAll.replace('Accept', 'Reject');
