import { join } from 'node:path';
import { inLibreOffice } from '../support/libre-office-macro.ts';

/** Opens a Word file in LibreOffice, works on it as `basic` says and saves it as a Word file again. */
export async function throughLibreOffice(bytes: Uint8Array, basic = ''): Promise<Uint8Array> {
  const [saved] = await stepsInLibreOffice(bytes, basic);
  if (saved === undefined) throw new Error('LibreOffice saved nothing');
  return saved;
}

/** The same in several steps, in one start of LibreOffice: after each the file is saved. Answers the file of each step. */
export function stepsInLibreOffice(bytes: Uint8Array, ...steps: readonly string[]): Promise<Uint8Array[]> {
  const names = steps.map((_, at) => `step-${at}.docx`);
  return inLibreOffice(
    bytes,
    (folder) =>
      steps
        .map(
          (basic, at) => `${basic}
  doc.storeToURL(ConvertToURL("${join(folder, names[at] ?? '')}"), Array(MakeValue("FilterName", "MS Word 2007 XML")))`,
        )
        .join('\n'),
    names,
  );
}

/** LibreOffice's own 「すべて承諾」. */
export const acceptAll =
  'dispatcher.executeDispatch(doc.CurrentController.Frame, ".uno:AcceptAllTrackedChanges", "", 0, none())';

/** LibreOffice's own 「すべて却下」. */
export const rejectAll = acceptAll.replace('Accept', 'Reject');
