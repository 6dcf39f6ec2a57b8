import { basename } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * The projects in the order in which they begin. Those of one follow each other, for a worker that goes on with another
 * project starts anew; the last has many short files, so that all workers end together.
 */
const projects = ['browser suite', 'page', 'altered', 'node'];

/** The files that take longest, by project, the longest first: begun last, one would be waited for alone. */
const longest = [
  ...['accessibility', 'never-lost', 'paste-report', 'table-view', 'orientation', 'word-both-ways'],
  ...['write-and-export', 'dropping', 'side-pane', 'input-method', 'undo-names', 'many-files'],
  ...['death', 'closing-window'],
  ...['reading-apart', 'sengen', 'round-trip', 'killed-at-work', 'hostile-files', 'switching-by-chance'],
  ...['power-cut-model', 'sign-off', 'soak', 'network', 'faults-at-work', 'hostile-libraries', 'backup'],
];

/** Which file begins first. */
export class LongestFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const at = longest.indexOf(basename(moduleId, '.test.ts'));
      return at === -1 ? longest.length : at;
    };
    const round = ({ project }: TestSpecification): number => projects.indexOf(project.name);
    return Promise.resolve(
      files.toSorted((one, other) => round(one) - round(other) || place(one) - place(other)),
    );
  }
}
