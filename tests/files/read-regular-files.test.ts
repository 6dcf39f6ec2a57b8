import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readBoundedFile } from '../../main/files/read-bounded-file.ts';
import { readFileStart } from '../../main/files/read-file-start.ts';
import { mustFail } from '../support/must.ts';
import { temporaryFolders } from '../support/temporary-folder.ts';

const newFolder = temporaryFolders();

test.skipIf(process.platform === 'win32')(
  'pipes, sockets, devices and folders are refused by name',
  async () => {
    const folder = newFolder();
    const pipe = join(folder, '管.docx');
    execFileSync('mkfifo', [pipe]);
    const socket = join(folder, '口.docx');
    const server = createServer().listen(socket);
    await once(server, 'listening');
    for (const path of [pipe, socket, '/dev/zero']) {
      expect(mustFail(await readBoundedFile(path))).toEqual({ code: 'file-is-a-device', path });
      expect(mustFail(await readFileStart(path, 100))).toEqual({ code: 'file-is-a-device', path });
    }
    expect(mustFail(await readBoundedFile(folder)).code).toBe('file-is-a-folder');
    expect(mustFail(await readBoundedFile(join(folder, 'ない.docx'))).code).toBe('file-missing');
    server.close();
  },
);
