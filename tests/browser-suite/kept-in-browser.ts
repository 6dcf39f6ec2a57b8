import type { Page } from 'playwright-core';

/** Everything that a page can have the browser keep, as one text: all storages, databases, caches, and its cookies. */
export function keptInBrowser(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const kept: unknown[] = [document.cookie, { ...localStorage }, { ...sessionStorage }, history.state];
    const answered = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((done, refused) => {
        request.addEventListener('success', () => done(request.result));
        request.addEventListener('error', () => refused(request.error ?? new Error('no answer')));
      });
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await answered(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const shelf = database.transaction(store).objectStore(store);
        kept.push([name, store, await answered(shelf.getAllKeys()), await answered(shelf.getAll())]);
      }
      database.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) {
        kept.push([name, request.url, await (await cache.match(request))?.text()]);
      }
    }
    const folder = await navigator.storage.getDirectory();
    for await (const name of (folder as unknown as { keys(): AsyncIterable<string> }).keys()) {
      kept.push(['file', name]);
    }
    return JSON.stringify(kept);
  });
}

/** Puts a text into each of them, so that looking can be seen to find it. Answers in how many places it stands. */
export function keepEverywhere(page: Page, text: string): Promise<number> {
  return page.evaluate(async (secret) => {
    localStorage.setItem('planted', `${secret} 1`);
    sessionStorage.setItem('planted', `${secret} 2`);
    document.cookie = `planted=${encodeURIComponent(secret)}-3`;
    await (await caches.open('planted')).put('/planted', new Response(`${secret} 4`));
    const opening = indexedDB.open('planted', 1);
    opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('shelf'));
    await new Promise((done) => opening.addEventListener('success', done));
    const writing = opening.result.transaction('shelf', 'readwrite');
    writing.objectStore('shelf').put(`${secret} 5`, 'planted');
    await new Promise((done) => writing.addEventListener('complete', done));
    opening.result.close();
    return 5;
  }, text);
}
