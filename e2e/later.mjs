// A second server, on a copy of what the first keeps, whose clock is ahead: what happens in months can be looked at now.

import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const program = process.env.AYNI_PROGRAM ?? 'ayni';
// What the first server was told is not for the second.
const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('AYNI_')));

const freePort = () =>
  new Promise((done, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

// Gives `work` the address and the data folder of the server, and ends it afterwards.
export async function withServerAhead(days, data, work) {
  const folder = mkdtempSync(join(tmpdir(), 'ayni-later-'));
  const [backup, copy] = [join(folder, 'backup.tar.gz'), join(folder, 'data')];
  let server;
  try {
    execFileSync(program, ['backup', '--data', data, backup], { env: environment, stdio: 'pipe' });
    execFileSync(program, ['restore', '--data', copy, backup], { env: environment, stdio: 'pipe' });
    const listen = `127.0.0.1:${await freePort()}`;
    server = spawn(program, ['serve', '--data', copy, '--listen', listen, '--days-ahead', String(days)], { env: environment, stdio: 'ignore' });
    const url = `http://${listen}`;
    for (let attempt = 0; ; attempt += 1) {
      const answers = await fetch(`${url}/readyz`).then((answer) => answer.ok, () => false);
      if (answers) break;
      // The index is built anew first.
      if (attempt === 1800 || server.exitCode !== null) throw new Error('the second server does not answer');
      await new Promise((done) => setTimeout(done, 100));
    }
    return await work({ url, data: copy });
  } finally {
    if (server && server.exitCode === null) {
      const ended = new Promise((done) => server.once('exit', done));
      server.kill();
      await ended;
    }
    rmSync(folder, { recursive: true, force: true });
  }
}
