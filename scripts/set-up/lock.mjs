import { createHash } from 'node:crypto';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { projectFolder } from './project.mjs';
import { say } from './say.mjs';

/**
 * Does `work` while no other set-up of this folder does anything.
 *
 * The lock is a name that only one process can listen on. The system takes it back when the
 * process dies, so there is no lock file that could be left behind.
 */
export async function withLock(work) {
  const server = await acquire();
  try {
    return await work();
  } finally {
    server.close();
  }
}

async function acquire() {
  for (let told = false; ; told = true) {
    try {
      return await listen();
    } catch (error) {
      if (error.code !== 'EADDRINUSE') throw error;
      if (!told) say('別の準備が終わるのを待っています。');
      await delay(250);
    }
  }
}

function listen() {
  const server = createServer((socket) => socket.destroy());
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(address(), () => resolve(server));
  });
}

function address() {
  const digest = createHash('sha256').update(projectFolder).digest();
  const name = `sengen-set-up-${digest.toString('hex').slice(0, 24)}`;
  switch (process.platform) {
    case 'linux':
      return { path: `\0${name}` };
    case 'win32':
      return { path: `\\\\.\\pipe\\${name}` };
    default:
      // No names without files here; a port of the loopback does the same.
      return { host: '127.0.0.1', port: 20_000 + (digest.readUInt16BE(0) % 20_000) };
  }
}
