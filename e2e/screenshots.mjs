// Pictures of pages for people and for the README: AYNI_URL=http://… node screenshots.mjs FOLDER [NAME…]
// Each at two widths, light and dark, in English and Arabic. NAME as in pages.mjs; without one, the pages that show most.

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { desk, loadPictures, phone, start, stop, withPage } from './browser.mjs';
import { language, pages, pathOf } from './pages.mjs';

const [folder, ...names] = process.argv.slice(2);
const wanted = names.length > 0 ? names : ['home', 'answers', 'search', 'practices', 'practice', 'organization', 'grouping', 'country', 'theme', 'map', 'not found'];
const unknown = wanted.filter((name) => !pages.some((page) => page.name === name));
if (!folder || unknown.length > 0) {
  if (unknown.length > 0) console.error(`no such page: ${unknown.join(', ')}; there are: ${pages.map((page) => page.name).join(', ')}`);
  console.error('usage: node screenshots.mjs FOLDER [NAME…]');
  process.exit(2);
}

await mkdir(folder, { recursive: true });
await start();
try {
  for (const code of ['en', 'ar']) {
    for (const viewport of [phone, desk]) {
      for (const colorScheme of ['light', 'dark']) {
        await withPage({ viewport, colorScheme, locale: code }, async (page) => {
          for (const name of wanted) {
            await page.goto(pathOf(pages.find((page) => page.name === name), language(code)), { waitUntil: 'load' });
            await loadPictures(page);
            const file = join(folder, `${name.replaceAll(' ', '-')}-${code}-${viewport.width}-${colorScheme}.png`);
            await page.screenshot({ path: file, fullPage: true });
            console.log(file);
          }
        });
      }
    }
  }
} finally {
  await stop();
}
