/** How the second place stands to the first (shared/contract/backup-requests.ts). */
export interface SecondPlaceFacts {
  readonly kind: 'copying' | 'held' | 'absent' | 'full' | 'read-only' | 'failed';
  /** Of `failed`. */
  readonly cause?: string;
}

const goesOn = 'いつもの場所の控えは、これまでどおり作られています。';

/** Why backups are not in the second place, what is safe, and what to do. */
export function secondPlaceSentence({ kind, cause = '' }: SecondPlaceFacts): string {
  switch (kind) {
    case 'held':
      return '控えは、二つ目の場所にもあります。';
    case 'copying':
      return '控えを写しています。';
    case 'absent':
      return `今は見つかりません。USBメモリーを差すか、共有フォルダーにつなぐと、続きから写します。${goesOn}`;
    case 'full':
      return `空き容量が足りないため、新しい控えを写せません。空きを作るか、別の場所を選んでください。${goesOn}`;
    case 'read-only':
      return `書き込みが許可されていないため、新しい控えを写せません。書き込みを許可するか、別の場所を選んでください。${goesOn}`;
    case 'failed':
      return `新しい控えを写せませんでした（${cause.slice(0, 120)}）。しばらくしてから、もう一度試します。${goesOn}`;
  }
}
