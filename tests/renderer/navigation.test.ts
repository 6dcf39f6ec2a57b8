import { expect, test } from 'vitest';
import { addressOf, routeOf, type Route } from '../../renderer/state/page/route.ts';

const routes: readonly Route[] = [
  { name: 'reports' },
  { name: 'new-report' },
  { name: 'help' },
  { name: 'search', query: '' },
  { name: 'search', query: '花壇 100% & #1/2?q=+' },
  { name: 'report', report: 'report1test', place: { kind: 'start' } },
  { name: 'report', report: 'report1test', place: { kind: 'heading' } },
  { name: 'report', report: 'report1test', place: { kind: 'row', row: 'row1first' } },
];

test.each(routes)('the address of %j leads back to it', (route) => {
  expect(routeOf(addressOf(route))).toEqual(route);
});

test.each(['', '#', '#/reports/', '#/reports/<script>', '#/elsewhere', '#/reports/../x'])(
  'the address %j leads to the list of reports',
  (address) => {
    expect(routeOf(address)).toEqual({ name: 'reports' });
  },
);

test('a row that can be none leads to the start of its report', () => {
  expect(routeOf('#/reports/report1test/rows/!')).toEqual({
    name: 'report',
    report: 'report1test',
    place: { kind: 'start' },
  });
});
