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
  /** Stands in the example title while the post isn't known. */
  noPost: '○○部長',
  stage: '段階',
  stageHelp: '目標宣言から始めて、年度が終わったら達成状況報告へ進めます。',
  earlier: '前年度の報告',
  earlierHelp: '選ぶと、市区町村名や部長名などを引き継ぎ、年度は次の年度になります。',
  noEarlier: '引き継がない（白紙から書く）',
  earlierReport: (yearLabel: string, department: string) => `${yearLabel} ${department}`,
  carried: '引き継ぐ取組',
  carriedHelp: '取組結果や達成状況は引き継ぎません。前年度の文は、書くときに横に並べて写せます。',
  carriedParts: {
    names: '取組名と担当課名',
    plans: '取組名・担当課名・取組内容・達成目標',
    heading: '取組は引き継がない',
  },
} as const;
