// Taking part: a member writes a practice in Spanish on a phone, a reviewer asks for changes, it is published and read.
//
// AYNI_DATA is the data folder of the server (mails are files there), AYNI_ADMIN the path that signs an administrator in once.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { desk, expectGood, phone, send, withPage } from './browser.mjs';
import { mails, mailTo } from './mails.mjs';

const data = process.env.AYNI_DATA ?? 'ayni-data';

// Who wrote the practice, the session of who let it through, and where it is: life-of-a-record.mjs goes on with them.
export const author = { address: null };
export const secretariat = { session: null };
export const practice = '/practices/vivero-de-oficios';

describe('taking part', () => {
  test('from a mailed link to a published practice', { timeout: 180_000 }, () =>
    withPage({ viewport: phone, locale: 'es-BO' }, async (page, context) => {
      const address = `amina-${Date.now()}@ministry.example`;
      await page.goto('/es/sign-in');
      await page.fill('#email', address);
      await send(page, 'main form', 'button');
      const link = (await mailTo(data, address)).match(/\/es\/sign-in\/[0-9a-f]{64}/)[0];
      await page.goto(link);
      await expectGood(page);
      await send(page, 'main form', 'button');
      assert.equal(new URL(page.url()).pathname, '/es/desk');

      await page.goto('/es/contribute');
      await page.check('input[name=kind][value=practice]');
      await send(page, 'main form', 'button');
      const draft = new URL(page.url()).pathname;
      await page.fill('[name=title]', 'Vivero de oficios');
      await page.fill('[name=challenge]', 'Pocos jóvenes aprenden un oficio.');
      // The page saves itself: a little later the text is there for whoever loads it anew.
      await page.waitForFunction(() => document.querySelector('[name=version]').value !== '1');
      await page.reload();
      assert.equal(await page.inputValue('[name=challenge]'), 'Pocos jóvenes aprenden un oficio.');
      await expectGood(page);

      await page.goto(`${draft}?part=full`);
      for (const [name, text] of Object.entries({
        approach: 'Aprenden unos de otros.',
        results: 'Cuarenta personas encontraron trabajo.',
        summary: 'Jóvenes de dos países aprenden oficios juntos.',
        countries: 'Brasil',
        'partners.0.name': 'SENAI',
        'partners.0.country': 'Brasil',
        'sources.0.url': 'https://example.org/vivero',
        'sources.0.title': 'Informe',
      })) {
        await page.locator(`[name="${name}"]`).first().fill(text);
      }
      await page.locator('[name=countries]').nth(1).fill('Mozambique');
      await page.selectOption('[name="partners.0.constituency"]', 'employers');
      await page.selectOption('[name="partners.0.role"]', 'provider');
      await page.check('[name=modality][value=south_south]');
      await expectGood(page);
      await send(page, '#draft', 'button[name=do][value=submit]');
      assert.deepEqual(await page.locator('.missing li').allTextContents(), []);

      await withPage({ viewport: desk, locale: 'en-GB' }, async (reviewer, context) => {
        await reviewer.goto(process.env.AYNI_ADMIN ?? '/en/sign-in');
        await send(reviewer, 'main form', 'button');
        await reviewer.goto('/en/review');
        await Promise.all([reviewer.waitForNavigation(), reviewer.locator('main a', { hasText: 'Vivero de oficios' }).first().click()]);
        await expectGood(reviewer);
        const before = mails(data);
        await reviewer.fill('#words', 'Which trades are these?');
        await send(reviewer, '#checklist', 'button[value=ask]');
        assert.match(await mailTo(data, address, before), /Which trades/);

        await page.goto(`${draft}?part=snapshot`);
        await page.fill('[name=approach]', 'Carpintería y costura: aprenden unos de otros.');
        await send(page, '#draft', 'button[name=do][value=submit]');

        await reviewer.goto('/en/review');
        await Promise.all([reviewer.waitForNavigation(), reviewer.locator('main a', { hasText: 'Vivero de oficios' }).first().click()]);
        for (const yes of await reviewer.locator('#checklist input[type=radio][value=yes]').all()) await yes.check();
        await reviewer.fill('#words', 'Clear and well sourced.');
        await send(reviewer, '#checklist', 'button[value=publish]');
        assert.match(reviewer.url(), /\/en\/practices\/vivero-de-oficios/);
        secretariat.session = await context.storageState();
      });

      await context.clearCookies();
      await page.goto(`/es${practice}`);
      assert.match(await page.textContent('main'), /Carpintería y costura/);
      await expectGood(page);
      await page.goto(`/es${practice}/history`);
      await expectGood(page);
      await page.goto('/es/search?q=vivero+oficios');
      assert.match(await page.textContent('main'), /Vivero de oficios/, 'it is found at once');
      author.address = address;
    }));
});
