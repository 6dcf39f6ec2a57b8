import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { arch, cpus, release, type } from 'node:os';
import { inProject } from '../set-up/project.mjs';
import { runStage } from '../test/run-stage.mjs';
import { stagesOf, trustRows } from './rows.mjs';

const folder = inProject('.cache', 'trust');
export const figuresFile = inProject('.cache', 'trust', 'figures.json');

/** How many rows run side by side: each keeps about one processor busy. Those that mostly wait have a lane beside. */
const lanes = 2;

/**
 * Runs the rows of these names, all without one, prints a line for each and writes down what came of it.
 *
 * Gives the exit code.
 */
export async function runRows(names) {
  const all = trustRows();
  const unknown = names.filter((name) => !all.some((row) => row.name === name));
  if (unknown.length > 0) {
    console.error(
      `この名前の項目はありません: ${unknown.join('、')}。ある項目: ${all.map(({ name }) => name).join(' ')}`,
    );
    return 1;
  }
  const seed = Number(process.env.SENGEN_SEED ?? Math.floor(Math.random() * 1_000_000_000));
  console.log(`種 ${seed}(同じ種でもう一度: SENGEN_SEED=${seed} npm run test:trust)`);
  mkdirSync(folder, { recursive: true });
  // The longest first: begun last, it would be waited for alone.
  const rows = all
    .filter(({ name }) => names.length === 0 || names.includes(name))
    .toSorted((one, other) => other.minutes - one.minutes);
  const [idle, busy] = [rows.filter(({ waits }) => waits), rows.filter(({ waits }) => !waits)];
  const done = [];
  const lane = async (waiting) => {
    for (let row = waiting.shift(); row !== undefined; row = waiting.shift()) {
      const figures = await runRow(row, seed);
      done.push(figures);
      keep(row.name, figures);
    }
  };
  await Promise.all([lane(idle), ...Array.from({ length: lanes }, () => lane(busy))]);
  return summary(done);
}

async function runRow(row, seed) {
  const record = inProject('.cache', 'trust', `${row.name}.jsonl`);
  rmSync(record, { force: true });
  const start = Date.now();
  let failed = 0;
  for (const stage of stagesOf(row)) {
    const environment = { SENGEN_TRUST: row.name, SENGEN_SEED: String(seed), SENGEN_TRUST_RECORD: record };
    const { counts } = await runStage({ ...stage, environment });
    failed += counts.failed;
  }
  const figures = { ...summed(linesOf(record)), seed, seconds: Math.round((Date.now() - start) / 1_000) };
  // A test that fails without a word of its own counts, too.
  figures.faults = Math.max(figures.faults, failed);
  console.log(`      ${row.title}: ${described(row, figures)}`);
  return { ...figures, date: new Date().toISOString().slice(0, 10), machine: machine() };
}

function linesOf(record) {
  try {
    return readFileSync(record, 'utf8').trim().split('\n').map(JSON.parse);
  } catch {
    return [];
  }
}

/** What the parts of a row have said, together. */
export function summed(lines) {
  const figures = {};
  for (const line of lines) {
    for (const [name, value] of Object.entries(line.figures ?? {})) {
      figures[name] = Math.max(figures[name] ?? -Infinity, value);
    }
  }
  return {
    made: lines.reduce((sum, { made }) => sum + made, 0),
    faults: lines.reduce((sum, { faults = 0 }) => sum + faults, 0),
    skipped: [...new Set(lines.flatMap(({ skipped }) => skipped ?? []))],
    figures,
  };
}

function described({ runs }, { made, faults, skipped, figures, seconds }) {
  const short = made < runs.whole ? `(予定 ${runs.whole.toLocaleString('ja-JP')} 回)` : '';
  return [
    `${made.toLocaleString('ja-JP')} 回${short}`,
    `失敗 ${faults}`,
    ...Object.entries(figures).map(([name, value]) => `${name} ${value}`),
    ...skipped.map((reason) => `省略: ${reason}`),
    `${seconds} 秒`,
  ].join('・');
}

function summary(done) {
  const faults = done.reduce((sum, figures) => sum + figures.faults, 0);
  const skipped = done.filter(({ made, skipped }) => made === 0 || skipped.length > 0).length;
  const passed = done.filter(({ made, faults }) => made > 0 && faults === 0).length;
  console.log(`\n${passed} passed, ${faults} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  return faults > 0 ? 1 : 0;
}

/** Each row keeps its latest figures, whenever that was. */
function keep(name, figures) {
  const kept = JSON.parse(readOr(figuresFile, '{}'));
  writeFileSync(figuresFile, `${JSON.stringify({ ...kept, [name]: figures }, null, 2)}\n`);
}

function readOr(path, otherwise) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return otherwise;
  }
}

function machine() {
  return `${cpus().length} × ${cpus()[0]?.model ?? arch()}, ${type()} ${release().split('-')[0]}`;
}
