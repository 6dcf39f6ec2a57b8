import { expect, test } from 'vitest';
import { requests } from '../../shared/contract/requests.ts';

/* The compiler asks each request for its need; which of them are none of the usual is said here once more. */

test('the requests that do not simply work with the open library are these', () => {
  const others = Object.entries(requests)
    .filter(([, { library }]) => library !== 'works')
    .map(([name, { library }]) => `${library} ${name}`);
  expect(others.sort()).toEqual([
    'beside drafts.forget',
    'beside drafts.read',
    'beside drafts.stray',
    'beside drafts.take',
    'keeps drafts.keep',
    'none application.about',
    'none application.readyToClose',
    'none application.saveSupport',
    'none application.start',
    'none files.chosen',
    'none files.reveal',
    'none hats.wear',
    'none parts.handedOver',
    'none parts.look',
    'none parts.lookAtAll',
    'none rules.readFile',
    'none work.cancel',
    'opens backups.adopt',
    'opens backups.restore',
    'opens backups.view',
    'opens library.copyHere',
    'opens library.create',
    'opens library.forgetRecent',
    'opens library.look',
    'opens library.open',
    'opens library.openRecent',
    'opens library.openRescued',
    'opens library.recent',
    'opens library.rescue',
    'opens library.write',
  ]);
});
