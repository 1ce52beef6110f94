// The life of a record: the practice that was published in Spanish is translated, grows old, and is confirmed from a mail.
//
// Goes on where taking-part.mjs ends. Growing old happens on a second server, whose clock is ahead.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { desk, expectGood, phone, send, withPage } from './browser.mjs';
import { withServerAhead } from './later.mjs';
import { mailTo, signInByMail } from './mails.mjs';
import { author, practice, secretariat } from './taking-part.mjs';

const data = process.env.AYNI_DATA ?? 'ayni-data';

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
  test('it is translated to French by one and let through by another', { timeout: 120_000 }, () =>
    withPage({ viewport: phone, locale: 'fr-FR' }, async (page, context) => {
      assert.ok(secretariat.session, 'taking-part.mjs has published the practice');
      const address = `claire-${Date.now()}@ministere.example`;
      await page.goto('/fr/sign-in');
      await signInByMail(page, address, data);

      await withPage({ viewport: desk, locale: 'en-GB', storageState: secretariat.session }, async (reader) => {
        await reader.goto('/en/people');
        const card = reader.locator('.cards li', { hasText: address });
        await card.locator('[name=role][value=translator]').check();
        await Promise.all([reader.waitForNavigation(), card.getByRole('button').click()]);

        await page.goto(`/fr/translate${practice}?to=fr`);
        await expectGood(page);
        assert.match(await page.textContent('.two-texts'), /Vivero de oficios/, 'the original stands beside');
        const texts = { title: 'Pépinière de métiers', summary: 'Des jeunes de deux pays apprennent ensemble un métier.' };
        for (const field of await page.locator('textarea').all()) {
          const name = (await field.getAttribute('name')).replace(/^text-/, '');
          await field.fill(texts[name] ?? `En français : ${name}.`);
        }
        await send(page, 'form.record', 'button[value=hand-over]');
        await expectGood(page);
        await page.goto(`/fr${practice}`);
        assert.doesNotMatch(await page.textContent('main'), /Pépinière/, 'nothing is published unread');

        await reader.goto('/en/translate/waiting?to=fr');
        await expectGood(reader);
        const waiting = await reader.locator('button[value=through]').count();
        assert.ok(waiting > 2, 'texts wait');
        for (let left = waiting; left > 0; left -= 1) await send(reader, 'main', 'button[value=through]');
      });

      await context.clearCookies();
      await sees(page, `/fr${practice}`, /Pépinière de métiers/);
      await expectGood(page);
      await sees(page, '/fr/search?q=p%C3%A9pini%C3%A8re', /Pépinière de métiers/);
      await sees(page, `/es${practice}`, /Vivero de oficios/);
    }),
  );

  test('it grows old, and its steward confirms it from a mail, on a phone and without signing in', { timeout: 300_000 }, async () => {
    assert.ok(author.address, 'taking-part.mjs has published the practice');
    await withServerAhead(daysUntilYellow, data, ({ url, data }) =>
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
