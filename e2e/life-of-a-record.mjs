// The life of a record: the practice that was published in Spanish is translated, grows old, and is confirmed from a mail.
//
// Goes on where taking-part.mjs ends. AYNI_PROGRAM is the program, for a second server whose clock is ahead.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { expectGood, phone, send, withPage } from './browser.mjs';
import { withServerAhead } from './later.mjs';
import { mailTo } from './mails.mjs';
import { author, practice } from './taking-part.mjs';

// A practice is due for review after two years, and then yellow for 60 days.
const daysUntilYellow = 2 * 366 + 10;

// Loads a page again and again until it says something: the server follows the change log a moment later.
async function sees(page, path, words) {
  let text = '';
  for (let attempt = 0; attempt < 30; attempt += 1) {
    await page.goto(path);
    text = await page.textContent('main');
    if (words.test(text)) return text;
    await page.waitForTimeout(200);
  }
  throw new Error(`${path} does not say ${words}: ${text.replace(/\s+/g, ' ').slice(0, 400)}`);
}

describe('the life of a record', () => {
  // HERE: another member translates the practice to French at `/fr/translate${practice}?to=fr`, a third lets it through.

  test('it grows old, and its steward confirms it from a mail, on a phone and without signing in', { timeout: 300_000 }, async () => {
    assert.ok(author.address, 'taking-part.mjs has published the practice');
    await withServerAhead(daysUntilYellow, process.env.AYNI_DATA ?? 'ayni-data', ({ url, data }) =>
      withPage({ baseURL: url, viewport: phone, locale: 'es-BO' }, async (page, context) => {
        const mail = await mailTo(data, author.address, new Set(), 120);
        assert.match(mail, /Vivero de oficios/);
        assert.match(mail, /Sigue siendo correcta/);
        const link = mail.match(/Sigue siendo correcta\s+(http\S+\/renew\/[0-9a-f]{64})/)[1];
        assert.equal(new URL(link).origin, url);
        const search = '/es/search?q=vivero+oficios';
        await sees(page, `/es${practice}`, /Por revisar/);
        await expectGood(page);
        await sees(page, `${search}&freshness=yellow`, /Vivero de oficios/);
        await sees(page, search, /◐ Por revisar/);

        await page.goto(link);
        await expectGood(page);
        assert.match(await page.textContent('main'), /Vivero de oficios/);
        await sees(page, `/es${practice}`, /Por revisar/); // looking at a link does nothing
        await page.goto(link);
        await send(page, 'main form', 'button');
        assert.match(await page.textContent('main'), /Gracias/);
        await expectGood(page);
        assert.deepEqual(await context.cookies(), [], 'nobody signed in');

        await sees(page, `/es${practice}`, /Al día/);
        await sees(page, `${search}&freshness=green`, /Vivero de oficios/);
        const found = await page.locator('main li', { hasText: 'Vivero de oficios' }).first().textContent();
        assert.doesNotMatch(found, /Por revisar/);
        await sees(page, `/es${practice}/history`, /Vivero de oficios/);
        await page.goto(link);
        assert.doesNotMatch(await page.textContent('main'), /Sigue siendo correcta/, 'a link works once');
        assert.equal(await page.locator('main form').count(), 0);
      }),
    );
  });
});
