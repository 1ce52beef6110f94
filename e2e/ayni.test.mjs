// All browser tests, in one process so that they share one browser: AYNI_URL=http://… npm test

import { after, before } from 'node:test';
import { start, stop } from './browser.mjs';

before(start);
after(stop);

await import('./main-job.mjs');
await import('./without-script.mjs');
await import('./keyboard.mjs');
await import('./taking-part.mjs');
await import('./life-of-a-record.mjs');
await import('./private-pages.mjs');
await import('./signing-in.mjs');
await import('./every-page.mjs');
