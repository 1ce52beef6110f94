// Servers of a test's own, beside the one that ./test starts.

import { spawn } from 'node:child_process';
import { createServer } from 'node:net';

// The program under test, by default the one that was built last.
export const program = process.env.AYNI_PROGRAM ?? '../target/debug/ayni';

// What the server of ./test was told is not for others.
export const environment = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('AYNI_')));

// A port that nobody listens at.
export const freePort = () =>
  new Promise((done, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => done(port));
    });
  });

// Starts the program at a port, and returns how to end it as soon as it answers.
export async function serve(port, args, secrets = {}) {
  const all = ['serve', '--listen', `127.0.0.1:${port}`, ...args];
  const server = spawn(program, all, { env: { ...environment, ...secrets }, stdio: ['ignore', 'ignore', 'inherit'] });
  const end = async () => {
    if (server.exitCode !== null) return;
    const ended = new Promise((done) => server.once('exit', done));
    server.kill();
    await ended;
  };
  // Three minutes: the first start builds the index.
  for (let attempt = 0; attempt < 1800 && server.exitCode === null; attempt += 1) {
    if (await fetch(`http://127.0.0.1:${port}/readyz`).then((answer) => answer.ok, () => false)) return end;
    await new Promise((done) => setTimeout(done, 100));
  }
  await end();
  throw new Error('the server does not answer');
}
