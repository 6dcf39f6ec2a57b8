import { join } from 'node:path';
import { inLibreOffice } from './libre-office-macro.ts';

/**
 * What stands on the clipboard when somebody opens a Word file in LibreOffice, selects all and copies.
 *
 * Real: LibreOffice's own commands, and its own clipboard, which in a headless run is of its process.
 */
export async function copiedInLibreOffice(bytes: Uint8Array): Promise<{ html: string; text: string }> {
  const [html, text] = await inLibreOffice(bytes, copyAll, ['copied.html', 'copied.txt']);
  return { html: new TextDecoder().decode(html), text: new TextDecoder().decode(text) };
}

const copyAll = (folder: string): string => `
  dispatcher.executeDispatch(doc.CurrentController.Frame, ".uno:SelectAll", "", 0, none())
  dispatcher.executeDispatch(doc.CurrentController.Frame, ".uno:Copy", "", 0, none())
  contents = createUnoService("com.sun.star.datatransfer.clipboard.SystemClipboard").getContents()
  files = createUnoService("com.sun.star.ucb.SimpleFileAccess")
  For Each flavour In contents.getTransferDataFlavors()
    If flavour.MimeType = "text/html" Then
      stream = files.openFileWrite(ConvertToURL("${join(folder, 'copied.html')}"))
      stream.writeBytes(contents.getTransferData(flavour))
      stream.closeOutput()
    End If
    If flavour.MimeType = "text/plain;charset=utf-16" Then
      writer = createUnoService("com.sun.star.io.TextOutputStream")
      writer.setOutputStream(files.openFileWrite(ConvertToURL("${join(folder, 'copied.txt')}")))
      writer.setEncoding("UTF-8")
      writer.writeString(contents.getTransferData(flavour))
      writer.closeOutput()
    End If
  Next`;
