import { firstTables } from './0001-first-tables.ts';
import { bin } from './0002-bin.ts';
import { comments } from './0003-comments.ts';
import { initiativeLinks } from './0004-initiative-links.ts';
import { searchIndex } from './0005-search-index.ts';
import { markedFiles } from './0006-marked-files.ts';
import { signOffs } from './0007-sign-offs.ts';
import { stepCauses } from './0008-step-causes.ts';
import { stages } from './0009-stages.ts';
import { pageBreaksPerDocument } from './0010-page-breaks-per-document.ts';
import { phrases } from './0011-phrases.ts';
import { searchVersion } from './0012-search-version.ts';
import { recordHashes } from './0013-record-hashes.ts';
import { commitMark } from './0014-commit-mark.ts';
import { orderOfBin } from './0015-order-of-bin.ts';
import { ownFields } from './0016-own-fields.ts';
import { formOfReport } from './0017-form-of-report.ts';
import { handIns } from './0018-hand-ins.ts';
import { standings } from './0019-standings.ts';
import { officeRules } from './0020-office-rules.ts';
import type { Migration } from './migration.ts';

/** Every migration, oldest first. */
export const allMigrations: readonly Migration[] = [
  firstTables,
  bin,
  comments,
  initiativeLinks,
  searchIndex,
  markedFiles,
  signOffs,
  stepCauses,
  stages,
  pageBreaksPerDocument,
  phrases,
  searchVersion,
  recordHashes,
  commitMark,
  orderOfBin,
  ownFields,
  formOfReport,
  handIns,
  standings,
  officeRules,
];
