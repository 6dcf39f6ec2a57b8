import { EventEmitter } from 'node:events';

/*
 * A process as Electron's utility processes are: no channel of Node's, but a `parentPort`. Started by
 * electron-stand-in.ts with the script that it is to run.
 */

const parentPort = new EventEmitter() as EventEmitter & { postMessage?: (message: unknown) => void };
const waiting: unknown[] = [];
const send = process.send?.bind(process);
process.on('message', (data) => {
  if (parentPort.listenerCount('message') === 0) waiting.push(data);
  else parentPort.emit('message', { data });
});
process.on('disconnect', () => process.exit());
parentPort.postMessage = (message) => send?.(message as object);
parentPort.on('newListener', () => {
  setImmediate(() => {
    for (const data of waiting.splice(0)) parentPort.emit('message', { data });
  });
});
Object.assign(process, { parentPort });

await import(process.argv[2] ?? '');
