/**
 * `npm run advisories`: asks the npm registry what is known against the locked packages, and writes the list anew.
 *
 * What was accepted stays. Needs a network; the address is npm's own setting.
 */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { askRegistry } from './ask-registry.ts';
import { findings, listPath, lockedPackages, readAdvisories } from './advisories.ts';

const project = resolve(import.meta.dirname, '../..');
const packages = lockedPackages(project);
const registry = execFileSync('npm', ['config', 'get', 'registry'], {
  encoding: 'utf8',
  shell: process.platform === 'win32',
}).trim();
const before = readAdvisories();
const advisories = await askRegistry(registry, packages);
const list = {
  checkedOn: new Date().toISOString().slice(0, 10),
  source: 'the npm registry',
  advisories,
  accepted: before.accepted,
};
writeFileSync(listPath, `${JSON.stringify(list, null, 2)}\n`);
for (const { package: name, version, advisory } of findings(packages, list)) {
  console.log(`${name} ${version}: ${advisory.id} ${advisory.title}`);
}
console.log(`${advisories.length} 件を書き出しました。`);
