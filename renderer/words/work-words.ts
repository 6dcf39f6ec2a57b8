import type { LongRequest } from '../../shared/contract/work-requests.ts';

const names: { readonly [request in LongRequest]: string } = {
  'reports.export': '書き出しています',
  'imports.readMany': 'ファイルを読み取っています',
  'imports.storeMany': '取り込んでいます',
  'library.check': 'ファイルを点検しています',
};

/** Words of long work under way. */
export const workWords = {
  region: '進み具合',
  name: (request: LongRequest) => names[request],
  progress: (done: number, total: number) => `${total}件中 ${done}件`,
  stop: '中止',
  stopping: '中止しています…',
} as const;
