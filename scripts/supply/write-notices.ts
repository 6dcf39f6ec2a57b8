/**
 * Writes what an office must know of the parts that it gets: `out/notices/licenses.txt`, every licence in full, and
 * `out/notices/sbom.cdx.json`, the list of parts as CycloneDX 1.6.
 *
 * Fails on a licence that nobody has agreed to. The same build gives the same bytes.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { billOfMaterials } from './bill-of-materials.ts';
import { licenceTexts } from './licence-texts.ts';
import { packedParts } from './packed-parts.ts';

const project = resolve(import.meta.dirname, '../..');
const parts = packedParts(project);
const folder = join(project, 'out/notices');
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'licenses.txt'), licenceTexts(parts));
writeFileSync(
  join(folder, 'sbom.cdx.json'),
  `${JSON.stringify(billOfMaterials(project, parts), null, 2)}\n`,
);
