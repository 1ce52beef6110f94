// A second server, on a copy of what the first keeps, whose clock is ahead: what happens in months can be looked at now.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { environment, freePort, program, serve } from './own-server.mjs';

// Gives `work` the address and the data folder of the server, and ends it afterwards.
export async function withServerAhead(days, data, work) {
  const folder = mkdtempSync(join(tmpdir(), 'ayni-later-'));
  const [backup, copy] = [join(folder, 'backup.tar.gz'), join(folder, 'data')];
  let end;
  try {
    execFileSync(program, ['backup', '--data', data, backup], { env: environment, stdio: 'pipe' });
    execFileSync(program, ['restore', '--data', copy, backup], { env: environment, stdio: 'pipe' });
    const port = await freePort();
    end = await serve(port, ['--data', copy, '--days-ahead', String(days)]);
    return await work({ url: `http://127.0.0.1:${port}`, data: copy });
  } finally {
    await end?.();
    rmSync(folder, { recursive: true, force: true });
  }
}
