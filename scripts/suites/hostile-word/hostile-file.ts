import { mutatedBytes } from './mutate-bytes.ts';
import { mutatedXml } from './mutate-xml.ts';
import { otherFiles, packageAttacks, withPart } from './package-attacks.ts';
import { Random } from './random.ts';
import type { RealFile } from './real-files.ts';
import { largeAttacks, sizes, xmlAttacks } from './xml-attacks.ts';

export interface HostileFile {
  /** How it was made. */
  readonly kind: string;
  readonly bytes: Buffer;
}

/** One large file in so many. */
const largeEvery = 97;

/** The `number`th hostile file of a suite; the same number always gives the same file. */
export function hostileFile(number: number, files: readonly RealFile[], withLarge = true): HostileFile {
  const random = new Random(number * 2_654_435_761);
  const file = random.of(files);
  if (withLarge && number % largeEvery === 0) {
    const place = (number / largeEvery) % largeAttacks.length;
    return attacked(
      `large ${place}`,
      file,
      'word/document.xml',
      (xml) => largeAttacks[place]?.(xml, random.of(sizes)) ?? xml,
    );
  }
  const part = random.below(10) < 7 ? 'word/document.xml' : random.of([...file.parts.keys()]);
  switch (random.below(10)) {
    case 0:
    case 1:
      return { kind: 'bytes', bytes: mutatedBytes(file.bytes, random) };
    case 2:
      return {
        kind: 'bytes of a part',
        bytes: withPart(file, part, mutatedBytes(file.parts.get(part) ?? Buffer.alloc(1), random)),
      };
    case 3:
    case 4:
    case 5:
      return attacked('structure', file, part, (xml) => mutatedXml(xml, random));
    case 6:
    case 7: {
      const place = random.below(xmlAttacks.length);
      return attacked(`xml ${place}`, file, part, (xml) => xmlAttacks[place]?.(xml, random) ?? xml);
    }
    case 8: {
      const place = random.below(packageAttacks.length);
      const bytes = packageAttacks[place]?.(file, random) ?? file.bytes;
      return { kind: `package ${place}`, bytes };
    }
    default:
      return { kind: 'other file', bytes: random.of(otherFiles)(file, random) };
  }
}

function attacked(
  kind: string,
  file: RealFile,
  part: string,
  attack: (xml: string) => string | Buffer,
): HostileFile {
  return { kind, bytes: withPart(file, part, attack(String(file.parts.get(part) ?? ''))) };
}
