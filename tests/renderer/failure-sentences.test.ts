import { describe, expect, test } from 'vitest';
import type { Failure, FailureCode } from '../../shared/failure.ts';
import { failureSentences } from '../../shared/words/failure-sentences.ts';

const path = 'C:\\記録\\部の報告.sengen';

/** One failure of every code: a new code does not compile until it stands here. */
const failures: { readonly [Code in FailureCode]: Extract<Failure, { code: Code }> } = {
  'library-missing': { code: 'library-missing', path },
  'library-lost': {
    code: 'library-lost',
    path,
    how: 'replaced',
    rescued: { file: `${path}.rescued-20260401-083000.sengen`, backup: null, rest: null },
  },
  'library-exists': { code: 'library-exists', path },
  'library-is-a-folder': { code: 'library-is-a-folder', path },
  'library-not-a-database': { code: 'library-not-a-database', path },
  'library-of-another-program': { code: 'library-of-another-program', path, applicationId: 7 },
  'library-from-the-future': { code: 'library-from-the-future', path, version: 9, supported: 1 },
  'library-damaged': { code: 'library-damaged', path, detail: 'page 3' },
  'nothing-to-rescue': { code: 'nothing-to-rescue', path },
  'rescue-failed': { code: 'rescue-failed', path, cause: 'time' },
  'library-altered': {
    code: 'library-altered',
    path,
    objects: [
      { kind: 'trigger', name: 'reports_mirror', isOurs: false },
      { kind: 'table', name: 'reports', isOurs: true },
    ],
    more: 3,
  },
  'disk-trouble': { code: 'disk-trouble', path, cause: 'SQLITE_IOERR_READ: disk I/O error' },
  'backup-missing': {
    code: 'backup-missing',
    name: '000001_20260401-083000_open_1-1-1_0123456789abcdef_1a2b3c.sengen',
  },
  'backup-damaged': { code: 'backup-damaged', stamp: '20260401-083000', older: '20260331-171500' },
  'second-place-is-first': { code: 'second-place-is-first', path },
  'backup-failed': { code: 'backup-failed', cause: 'Error: ENOSPC' },
  'memory-short': { code: 'memory-short', path },
  'library-read-only': { code: 'library-read-only', path },
  'journal-set-aside': { code: 'journal-set-aside', path, aside: `${path}-journal.old` },
  'library-in-use': { code: 'library-in-use', path },
  'library-busy': { code: 'library-busy', path },
  'library-not-open': { code: 'library-not-open' },
  'library-unreadable': { code: 'library-unreadable', path, cause: 'EIO' },
  'report-missing': { code: 'report-missing', report: 'report1test' },
  'no-report-yet': { code: 'no-report-yet' },
  'form-table-missing': { code: 'form-table-missing', path, tables: 2 },
  'report-table-missing': { code: 'report-table-missing', path, tables: 2, seen: ['月日', '行事'] },
  'report-year-missing': { code: 'report-year-missing', path },
  'rules-full': { code: 'rules-full' },
  'word-list-missing': { code: 'word-list-missing', path },
  'reading-missing': { code: 'reading-missing' },
  'too-many-files': { code: 'too-many-files', files: 130, limit: 100 },
  'report-chosen-twice': { code: 'report-chosen-twice', fileName: '報告.docx', other: '報告（写し）.docx' },
  'link-refused': { code: 'link-refused', initiative: 'row1test', why: 'row-missing' },
  'nothing-to-compare': { code: 'nothing-to-compare', report: 'aaaa' },
  'stale-edit': { code: 'stale-edit', report: 'report1test', initiative: null },
  'comment-missing': { code: 'comment-missing' },
  'revision-signed': { code: 'revision-signed', report: 'report1test', revision: 2 },
  'state-refused': {
    code: 'state-refused',
    report: 'report1test',
    initiative: 'row1test',
    refusal: { why: 'row-confirmed' },
  },
  'suggestion-missing': { code: 'suggestion-missing' },
  'report-not-signed': { code: 'report-not-signed', report: 'report1test' },
  'sign-off-missing': { code: 'sign-off-missing', report: 'report1test', revision: 2 },
  'signed-text-differs': {
    code: 'signed-text-differs',
    path,
    cells: [
      { row: 3, field: 'targets', before: '前', after: '後' },
      { row: null, field: 'headLine', before: '前', after: '後' },
    ],
    more: 1,
  },
  'signed-has-changes': { code: 'signed-has-changes', path, changes: 2 },
  'part-refused': { code: 'part-refused', path, why: 'tampered', detail: '' },
  'section-unknown': {
    code: 'section-unknown',
    report: 'r',
    section: '税務課',
    sections: ['市民課', '戸籍課'],
  },
  'rows-by-title': { code: 'rows-by-title', path, rows: 3 },
  'nothing-handed-in': { code: 'nothing-handed-in', report: 'r', section: '市民窓口課' },
  'word-given-out': { code: 'word-given-out', path },
  'conflict-settled': { code: 'conflict-settled' },
  'conflicts-open': { code: 'conflicts-open', report: 'r', conflicts: 2 },
  'word-refused': { code: 'word-refused', path, why: 'encrypted', detail: '' },
  'word-not-ours': { code: 'word-not-ours', path },
  'word-from-the-future': { code: 'word-from-the-future', path, format: '2' },
  'word-form-unknown': { code: 'word-form-unknown', path, form: 'other' },
  'word-of-unknown-report': { code: 'word-of-unknown-report', path },
  'word-of-another-report': { code: 'word-of-another-report', path },
  'word-revision-unknown': { code: 'word-revision-unknown', path, revision: 3, current: 1 },
  'word-content-unknown': { code: 'word-content-unknown', path },
  'nothing-to-undo': { code: 'nothing-to-undo' },
  'nothing-to-redo': { code: 'nothing-to-redo' },
  'file-missing': { code: 'file-missing', path },
  'dropped-file-forgotten': { code: 'dropped-file-forgotten' },
  'dropped-file-without-place': { code: 'dropped-file-without-place', name: '報告.docx' },
  'dropped-folder-unusable': { code: 'dropped-folder-unusable', path, folder: 'C:\\Sengen\\dropped' },
  'file-is-a-device': { code: 'file-is-a-device', path },
  'json-too-many': { code: 'json-too-many', path, limit: 1_500_000 },
  'reading-ended': { code: 'reading-ended', path, why: 'time' },
  'file-is-a-folder': { code: 'file-is-a-folder', path },
  'file-unreadable': { code: 'file-unreadable', path, cause: 'EACCES' },
  'report-names-missing': { code: 'report-names-missing', path, parts: ['municipality', 'department'] },
  'import-too-little': { code: 'import-too-little', path, placed: 6, paragraphs: 35 },
  'import-overtaken': { code: 'import-overtaken' },
  'file-too-large': { code: 'file-too-large', path, bytes: 209_715_200, limit: 20_971_520 },
  'file-kind-unknown': { code: 'file-kind-unknown', path, accepted: ['json'] },
  'file-not-utf8': { code: 'file-not-utf8', path },
  'json-broken': { code: 'json-broken', path, line: 12, column: 3 },
  'json-too-deep': { code: 'json-too-deep', path, limit: 64 },
  'format-unknown': { code: 'format-unknown', path, format: 'other/1', wanted: 'sengen-report/1' },
  'format-from-the-future': {
    code: 'format-from-the-future',
    path,
    format: 'sengen-report/2',
    wanted: 'sengen-report/1',
  },
  'content-invalid': {
    code: 'content-invalid',
    path,
    issues: [{ path: 'initiatives[2].title', expected: '文字列', found: '数値' }],
    more: 4,
  },
  'control-characters': {
    code: 'control-characters',
    path,
    places: [{ path: 'initiatives[0].title', character: 'U+0007' }],
    more: 0,
  },
  'target-folder-missing': { code: 'target-folder-missing', path },
  'target-is-a-device': { code: 'target-is-a-device', path },
  'target-is-a-folder': { code: 'target-is-a-folder', path },
  'target-in-use': { code: 'target-in-use', path },
  'target-read-only': { code: 'target-read-only', path },
  'disk-full': { code: 'disk-full', path },
  'path-too-long': { code: 'path-too-long', path, part: 'name', over: 12 },
  'write-failed': { code: 'write-failed', path, cause: 'EIO' },
  'request-unknown': { code: 'request-unknown', request: 'reports.frame' },
  'request-invalid': { code: 'request-invalid', request: 'reports.edit', issues: ['step.edits'] },
  cancelled: { code: 'cancelled' },
  'library-changed': { code: 'library-changed' },
  unreachable: { code: 'unreachable' },
  'browser-unknown': { code: 'browser-unknown' },
  'request-too-large': { code: 'request-too-large', bytes: 80_000_000, limit: 67_108_864 },
  'answer-unreadable': { code: 'answer-unreadable', answer: 'HTTP 500' },
  unexpected: { code: 'unexpected', reference: 'A7F3' },
};

describe.each(Object.values(failures))('$code', (failure) => {
  const sentences = failureSentences(failure);

  test('says in whole Japanese sentences what happened, what is safe and what to do', () => {
    expect(sentences.happened).not.toBe('');
    for (const sentence of Object.values(sentences).filter((text) => text !== '')) {
      expect(sentence).toMatch(/^[^。].*[ぁ-ん].*。$/u);
    }
  });

  test('says each thing once', () => {
    const said = Object.values(sentences).filter((text) => text !== '');
    expect(new Set(said).size).toBe(said.length);
  });

  test('names the file that it is about', () => {
    if ('path' in failure) expect(sentences.happened).toContain(path);
  });
});

test('places beyond those named are counted', () => {
  expect(failureSentences(failures['content-invalid']).happened).toContain('ほか4か所');
});

test('a library that is in use says by whom and since when, in one sentence', () => {
  const holder = {
    user: 'tanaka',
    computer: 'SOUMU-03',
    since: new Date(2026, 10, 30, 9, 5).toISOString(),
  };
  const said = (more: object): string =>
    failureSentences({ code: 'library-in-use', path: '報告.sengen', ...more }).happened;
  expect(said({ holder })).toBe(
    '「報告.sengen」は、11月30日 9:05 から、パソコン「SOUMU-03」で、利用者「tanaka」が開いています。',
  );
  expect(said({ holder: { ...holder, user: '' } })).toContain(
    'パソコン「SOUMU-03」の別の画面かプログラムが開いています。',
  );
  expect(said({})).toContain('別の画面かプログラムがすでに開いています。');
});
