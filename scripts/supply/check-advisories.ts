/**
 * Before a package is made: no locked package has a known fault, and somebody has looked within a quarter of a year.
 *
 * `npm test` asks the first only, so that it does not begin to fail by the calendar.
 */
import { resolve } from 'node:path';
import { findings, lockedPackages, readAdvisories } from './advisories.ts';

const oldest = 92 * 24 * 60 * 60 * 1_000;

const list = readAdvisories();
const found = findings(lockedPackages(resolve(import.meta.dirname, '../..')), list);
for (const { package: name, version, advisory } of found) {
  console.error(`${name} ${version}: ${advisory.id} ${advisory.title}`);
}
const isOld = Date.now() - Date.parse(list.checkedOn) > oldest;
if (isOld) {
  console.error(`脆弱性の一覧は ${list.checkedOn} のものです。npm run advisories で新しくしてください。`);
}
if (found.length > 0 || isOld) process.exitCode = 1;
else console.log(`脆弱性の一覧(${list.checkedOn})に当てはまるパッケージはありません。`);
