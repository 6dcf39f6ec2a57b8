/** Words of the form for a new report. */
export const newReportWords = {
  heading: '新しい報告を作る',
  lead: '表の上に印刷される事項です。あとから直せます。',
  create: 'この内容で作る',
  cancel: '作らずに戻る',
  help: {
    municipality: '例：みなと市',
    department: '例：市民生活部',
    fiscalYear: '4月から始まる年度を選びます。',
    yearLabel: '標題に印刷する書き方です。',
    headPost: '標題と部長名の行に印刷します。',
    headName: '例：山田 花子',
  },
  missing: (label: string) => `${label}を入力してください。`,
  headPostOf: (department: string) => (department === '' ? '' : `${department}長`),
  preview: '標題の見本',
} as const;
