import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { createLibrary } from '../../main/data/opening/open-library.ts';

/** A program that makes one library after the other until it is killed: `create-in-a-loop.ts FOLDER PREFIX`. */
const [folder = '', prefix = ''] = process.argv.slice(2);
for (let count = 0; ; count += 1) {
  const made = createLibrary(join(folder, `${prefix}-${count}.sengen`), () => new Date());
  if (!made.ok) throw new Error(JSON.stringify(made.failure));
  made.value.close();
  writeSync(1, 'made\n');
}
