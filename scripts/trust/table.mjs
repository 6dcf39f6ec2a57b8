/**
 * The table of docs/trust.md: what was tried, how often, and what came of it, from the figures of each row's latest run.
 *
 * `figures` as run-rows.mjs writes them; a row without any says so.
 */
export function trustTable(rows, figures) {
  const lines = rows.map((row) => [row.tried, row.kept, ...cells(row, figures[row.name])]);
  const heading = ['tried', 'kept', '`npm test`', '`npm run test:trust`', 'failures', 'measured', 'when'];
  return [heading, heading.map(() => '---'), ...lines].map((each) => `| ${each.join(' | ')} |`).join('\n');
}

function cells({ runs }, figures) {
  const quick = number(runs.quick);
  if (figures === undefined) return [quick, `not yet run (${number(runs.whole)})`, '', '', ''];
  const { made, faults, skipped, date, seed, machine } = figures;
  const short = made < runs.whole ? `${number(made)} of ${number(runs.whole)}` : number(made);
  const measured = Object.entries(figures.figures).map(([name, value]) => `${name}: ${number(value)}`);
  return [
    quick,
    [short, ...skipped.map((reason) => `skipped: ${reason}`)].join('; '),
    String(faults),
    measured.join('; '),
    `${date}, seed ${seed}, ${machine}`,
  ];
}

function number(value) {
  return value.toLocaleString('en-US', { maximumFractionDigits: 1 });
}

const begin = '<!-- table: npm run trust:table -->';
const end = '<!-- end of table -->';

/** A page with the table in its place. */
export function withTable(page, table) {
  const [before, rest] = page.split(begin);
  const after = rest?.split(end)[1];
  if (after === undefined) throw new Error('the page has no place for the table');
  return `${before}${begin}\n\n${table}\n\n${end}${after}`;
}
