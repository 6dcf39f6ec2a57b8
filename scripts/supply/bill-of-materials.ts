import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PackedPart } from './packed-parts.ts';

/**
 * The parts as a CycloneDX 1.6 document, without its time and its random number, so that the same build gives the
 * same bytes. A hash is the one by which npm took the part in.
 *
 * @see https://cyclonedx.org/docs/1.6/json/
 */
export function billOfMaterials(project: string, parts: readonly PackedPart[]): object {
  const { name, version, license } = JSON.parse(
    readFileSync(join(project, 'package.json'), 'utf8'),
  ) as Record<'name' | 'version' | 'license', string>;
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': reference(name, version),
        name,
        version,
        licenses: licensed(license),
      },
    },
    components: parts.map(component),
    dependencies: [
      {
        ref: reference(name, version),
        dependsOn: parts.map((part) => reference(part.name, part.version)),
      },
    ],
  };
}

function component({ name, version, licence, integrity }: PackedPart): object {
  return {
    type: 'library',
    'bom-ref': reference(name, version),
    name,
    version,
    purl: integrity === null ? `pkg:generic/${name}@${version}` : reference(name, version),
    licenses: licensed(licence),
    ...(integrity === null ? {} : { hashes: [hash(integrity)] }),
  };
}

function licensed(id: string): object[] {
  return [{ license: { id } }];
}

/** A package's address: https://github.com/package-url/purl-spec */
function reference(name: string, version: string): string {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}

/** From npm's `sha512-<base64>`. */
function hash(integrity: string): object {
  const [algorithm = '', base64 = ''] = integrity.split('-');
  return { alg: algorithm.replace('sha', 'SHA-'), content: Buffer.from(base64, 'base64').toString('hex') };
}
