import {
  appendFileSync,
  closeSync,
  copyFileSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';

type ForeignWriters = Readonly<Record<string, (file: string, earlier: string) => void>>;

/** What other programs do to a file without asking for it. `earlier`: a copy of an earlier state of it. */
export const writingOver: ForeignWriters = {
  'writes over all of it': (file) => scribble(file, 0, statSync(file).size),
  'writes over all but its first page': (file) => scribble(file, 4096, statSync(file).size - 4096),
  'writes over one page in the middle': (file) =>
    scribble(file, Math.floor(statSync(file).size / 8192) * 4096, 4096),
  'writes over its header': (file) => scribble(file, 0, 100),
  'empties it': (file) => truncateSync(file, 0),
  'cuts it in half': (file) => truncateSync(file, Math.floor(statSync(file).size / 8192) * 4096),
  'writes on behind its end': (file) => appendFileSync(file, Buffer.alloc(4096, 7)),
  'copies an earlier state over it': (file, earlier) => copyFileSync(earlier, file),
  'copies a text over it': (file) => writeFileSync(file, '会議の記録\n'),
};

/** What Windows refuses them while the file is open. */
export const replacing: ForeignWriters = {
  'puts an earlier state in its place, as a sync tool does': (file, earlier) => {
    copyFileSync(earlier, `${file}.download`);
    renameSync(`${file}.download`, file);
  },
  'puts the same bytes in its place': (file) => {
    writeFileSync(`${file}.download`, readFileSync(file));
    renameSync(`${file}.download`, file);
  },
  'moves it away': (file) => renameSync(file, `${file}.old`),
  'moves it away and puts another there': (file, earlier) => {
    renameSync(file, `${file}.old`);
    copyFileSync(earlier, file);
  },
  'removes it': (file) => rmSync(file),
};

export const foreignWriters: ForeignWriters = { ...writingOver, ...replacing };

function scribble(file: string, at: number, length: number): void {
  const handle = openSync(file, 'r+');
  writeSync(handle, Buffer.alloc(length, 0x5a), 0, length, at);
  closeSync(handle);
}
