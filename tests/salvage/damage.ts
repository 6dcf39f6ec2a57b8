/** A way to damage a library file. `earlier`: the file as it was before. Answers the bytes that stand there then. */
export type Damage = (bytes: Buffer, numbers: (below: number) => number, earlier: Buffer) => Buffer;

const size = 4096;
const pageAt = (bytes: Buffer, numbers: (below: number) => number): number =>
  numbers(Math.floor(bytes.length / size)) * size;

function pagesOf(bytes: Buffer, types: readonly number[]): number[] {
  return Array.from({ length: Math.floor(bytes.length / size) }, (_, place) => place * size).filter((at) =>
    types.includes(bytes[at === 0 ? 100 : at] ?? 0),
  );
}

export const damages: Readonly<Record<string, Damage>> = {
  'one flipped bit': (bytes, numbers) => {
    const at = numbers(bytes.length);
    bytes[at] = (bytes[at] ?? 0) ^ (1 << numbers(8));
    return bytes;
  },
  'a few bytes in several places': (bytes, numbers) => {
    for (let count = 0; count < 6; count += 1) {
      const at = numbers(bytes.length - 16);
      for (let place = 0; place < 16; place += 1) bytes[at + place] = numbers(256);
    }
    return bytes;
  },
  'sectors of zeros': (bytes, numbers) => {
    for (let count = 0; count < 5; count += 1) {
      const at = numbers(bytes.length / 512) * 512;
      bytes.fill(0, at, at + 512);
    }
    return bytes;
  },
  'pages of zeros': (bytes, numbers) => {
    for (let count = 0; count < 5; count += 1) zero(bytes, pageAt(bytes, numbers));
    return bytes;
  },
  'pages of noise': (bytes, numbers) => {
    for (let count = 0; count < 4; count += 1) {
      const at = pageAt(bytes, numbers);
      for (let place = 0; place < size; place += 1) bytes[at + place] = numbers(256);
    }
    return bytes;
  },
  'a file that is cut off': (bytes, numbers) =>
    bytes.subarray(0, Math.floor(bytes.length / 2) + numbers(bytes.length / 2)),
  'pages that changed places': (bytes, numbers) => {
    for (let count = 0; count < 3; count += 1) {
      const [one, other] = [pageAt(bytes, numbers), pageAt(bytes, numbers)];
      const held = Buffer.from(bytes.subarray(one, one + size));
      bytes.copy(bytes, one, other, other + size);
      held.copy(bytes, other);
    }
    return bytes;
  },
  'pages as they were earlier': (bytes, numbers, earlier) => {
    for (let count = 0; count < 4; count += 1) {
      const at = pageAt(earlier, numbers);
      earlier.copy(bytes, at, at, at + size);
    }
    return bytes;
  },
  'a first page of zeros': (bytes) => bytes.fill(0, 0, size),
  'a header of noise': (bytes, numbers) => {
    for (let at = 0; at < 108; at += 1) bytes[at] = numbers(256);
    return bytes;
  },
  'every inner page lost': (bytes) => {
    for (const at of pagesOf(bytes, [2, 5])) bytes.fill(0, at, at + size);
    return bytes;
  },
  'the schema lost': (bytes) => {
    // Page 1 and those that it leads to.
    for (const at of pagesOf(bytes, [13])) {
      const isSchema = bytes.subarray(at, at + size).includes('CREATE TRIGGER');
      if (isSchema) bytes.fill(0, at, at + size);
    }
    return bytes.fill(0, 0, size);
  },
  'something behind its end': (bytes, numbers) => {
    const rest = Buffer.alloc(numbers(20_000), 'これは報告ではありません');
    bytes[40] = numbers(256);
    return Buffer.concat([bytes, rest]);
  },
  'numbers that lead nowhere': (bytes, numbers) => {
    // What says which page follows: in inner pages, and in the list of free ones.
    for (const at of pagesOf(bytes, [2, 5])) {
      if (numbers(2) === 0) bytes.writeUInt32BE(numbers(2 ** 31), at + (at === 0 ? 108 : 8));
    }
    bytes.writeUInt32BE(numbers(2 ** 31), 32);
    return bytes;
  },
};

function zero(bytes: Buffer, at: number): void {
  bytes.fill(0, at, at + size);
}
