/** Words of a library whose file takes no writes. */
export const readOnlyWords = {
  title: 'このファイルは読み取り専用です。見る・探す・書き出すことはできますが、変更は保存できません。',
  help: '書き直すときは、書き込める場所に写してから開いてください。',
  refused: 'このファイルは読み取り専用のため、書き換えられません。',
  lockedShort: '読み取り専用のため使えません',
  lockedCommand: 'ファイルが読み取り専用のため使えません。',
} as const;
