/** What the page says while it does not reach the program behind it. */
export const lostWords = {
  heading: 'プログラムの本体とつながっていません',
  text: '保存済みの内容はそのままです。入力した文は書きかけとして残してあり、このまま書き続けても失われません。この画面を閉じずに、Sengen をもう一度起動してください。つながると自動で保存し、この知らせは消えます。',
} as const;
