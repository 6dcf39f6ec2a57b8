import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { writeFileAtomically } from '../../main/files/write-file-atomically.ts';
import { topics, type TopicName } from '../../tests/pinned/observed/topics.ts';
import { openPinned, pinnedVersions } from '../../tests/pinned/pinned-library.ts';
import { pinFile, pinsOf, type Pin } from '../../tests/pinned/pins.ts';

/*
 * Writes down what the program of today makes of pinned libraries, where nothing is written down yet: of a new topic, or
 * of a new library. A pin that stands there is never touched; what no longer holds is a fault, or a decision.
 */

process.env['TZ'] = 'UTC';

for (const [name, { observe, ...topic }] of Object.entries(topics)) {
  const pins: Pin[] = pinsOf(name as TopicName).map((pin) => ({ ...pin }));
  const from = 'from' in topic ? topic.from : 1;
  for (const version of pinnedVersions) {
    if (version < from || pins.some(({ versions }) => versions.includes(version))) continue;
    const folder = mkdtempSync(join(tmpdir(), 'sengen-'));
    const started = process.cpuUsage();
    const library = await openPinned(version, folder);
    const opened = process.cpuUsage(started);
    const seen: unknown = JSON.parse(JSON.stringify(await observe(library)));
    await library.application.close();
    rmSync(folder, { recursive: true, force: true });
    const used = process.cpuUsage(started);
    console.log(
      `${name} ${version}: ${((used.user + used.system) / 1000).toFixed(0)} ms, of them opening ${((opened.user + opened.system) / 1000).toFixed(0)} ms`,
    );
    const alike = pins.findIndex((pin) => isDeepStrictEqual(pin.seen, seen));
    if (alike < 0) pins.push({ versions: [version], seen });
    else pins[alike] = { versions: [...(pins[alike]?.versions ?? []), version], seen };
  }
  mkdirSync(dirname(pinFile(name)), { recursive: true });
  await writeFileAtomically(pinFile(name), new TextEncoder().encode(`${JSON.stringify(pins, null, 1)}\n`));
}
