import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const folder = join(import.meta.dirname, '../../docs/decisions');
const records = readdirSync(folder).filter((name) => /^\d{4}-/.test(name));

test('a decision record says its number, how it stands and since when', () => {
  expect(records.length).toBeGreaterThan(40);
  const known = new Set(records.map((name) => Number(name.slice(0, 4))));
  expect(known.size).toBe(records.length);
  for (const name of records) {
    const [title = '', , status = ''] = readFileSync(join(folder, name), 'utf8').split('\n');
    expect(title, name).toMatch(new RegExp(`^# ${Number(name.slice(0, 4))}\\. \\S`, 'u'));
    const said =
      /^Status: (in force|superseded by decision (\d+))(?:, begun)?\. Date: \d{4}-\d\d-\d\d\.$/u.exec(
        status,
      );
    expect(said, `${name}: ${status}`).not.toBeNull();
    if (said?.[2] !== undefined) expect(known, name).toContain(Number(said[2]));
  }
});
