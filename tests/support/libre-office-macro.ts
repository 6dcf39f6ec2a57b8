import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { macroFolder, withLibreOffice } from './libre-office.ts';

/**
 * Opens a Word file in LibreOffice, works on it as the Basic text says, and answers the files it wrote.
 *
 * `basic` gets the folder to write to; it may use `doc`, `dispatcher`, `none` (an empty list of
 * arguments) and `MakeValue`. `wanted` are names of files in that folder.
 */
export async function inLibreOffice(
  bytes: Uint8Array,
  basic: (folder: string) => string,
  wanted: readonly string[],
): Promise<Uint8Array[]> {
  return withLibreOffice(
    async (start) => {
      const folder = await mkdtemp(join(tmpdir(), 'sengen-office-'));
      const written = wanted.map((name) => join(folder, name));
      try {
        const source = join(folder, 'source.docx');
        await writeFile(source, bytes);
        await mkdir(macroFolder, { recursive: true });
        await writeFile(join(macroFolder, '../script.xlc'), container);
        await writeFile(join(macroFolder, 'script.xlb'), modules);
        await writeFile(join(macroFolder, 'Work.xba'), moduleOf(basic(folder), source));
        await start('macro:///Standard.Work.Main()').catch((error: unknown) => {
          // It may fall over while it closes; what counts are the files.
          if (!written.every((path) => existsSync(path))) throw error;
        });
        return await Promise.all(written.map((path) => readFile(path)));
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
    { writes: true },
  );
}

const declaration = '<?xml version="1.0" encoding="UTF-8"?>';
const container = `${declaration}
<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink">
 <library:library library:name="Standard" xlink:href="$(USER)/basic/Standard/script.xlb/" xlink:type="simple" library:link="false"/>
</library:libraries>`;
const modules = `${declaration}
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false" library:passwordprotected="false">
 <library:element library:name="Work"/>
</library:library>`;

function moduleOf(basic: string, source: string): string {
  // Basic lets LibreOffice draw in between, as often as the clock says. The one without a screen lacks what the windows of
  // comments are made of, and dies of drawing one: it draws nothing until the work is done.
  const text = `
Sub Main
  EnableReschedule(False)
  Dim none()
  doc = StarDesktop.loadComponentFromURL(ConvertToURL("${source}"), "_blank", 0, Array(MakeValue("Hidden", True)))
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  ${basic}
  doc.close(True)
End Sub

Function MakeValue(name As String, value As Variant)
  Dim property As New com.sun.star.beans.PropertyValue
  property.Name = name
  property.Value = value
  MakeValue = property
End Function
`;
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return `${declaration}
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Work" script:language="StarBasic">${escaped}</script:module>`;
}
