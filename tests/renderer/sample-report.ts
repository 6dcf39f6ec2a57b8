import { emptyInitiative, type Initiative, type Report } from '../../shared/model/report.ts';

export const first = 'row1first';
export const second = 'row2second';

/** A row with something in every field; what a test is about comes on top. */
export function initiative(id: string, change: Partial<Initiative> = {}): Initiative {
  return {
    ...emptyInitiative(id),
    title: '川沿いの桜並木の手入れ',
    section: '公園みどり課',
    plan: ['樹木医の診断に基づき、傷んだ枝を切ります。', '苗木を植えます。'],
    ...change,
  };
}

export function report(change: Partial<Report> = {}): Report {
  return {
    id: 'report1test',
    municipality: 'かわべ市',
    department: '都市みどり部',
    fiscalYear: 2025,
    yearLabel: '令和7年度',
    headPost: '都市みどり部長',
    headName: '水野 あおい',
    stage: null,
    initiatives: [initiative(first), initiative(second, { title: '遊具の点検' })],
    ...change,
  };
}
