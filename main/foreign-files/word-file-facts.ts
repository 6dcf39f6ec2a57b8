import { fileMarks } from '../word/marked/file-marks.ts';
import type { WordFileFacts } from './jobs.ts';
import type { WordFile } from './open-word-file.ts';

export function wordFileFacts({ path, fileName, sha256, document }: WordFile): WordFileFacts {
  return {
    path,
    fileName,
    sha256,
    marks: fileMarks(document),
    hasTrackedChanges: document.hasTrackedChanges,
    comments: document.comments.length,
    carried: document.carriedReport,
  };
}
