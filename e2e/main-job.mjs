// The main job: somebody in Mozambique asks, in Portuguese, on a phone, without JavaScript, and is answered.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { phone, withPage } from './browser.mjs';
import { language } from './pages.mjs';

// What the interface says on a page (not what its records say), in the order of the page: the text of labels, buttons,
// headings of parts, menus, table heads and terms, without digits and without what is marked as another language.
const interfaceTexts = () => {
  const places = 'label, button, summary, h2, th[scope=col], dt, caption, legend, body > header nav a, footer a, footer h2, a.skip, .meta > span:first-child';
  const texts = [...document.querySelectorAll(places)]
    .filter((element) => element.closest('[lang]') === document.documentElement && !element.querySelector('[lang], option'))
    .map((element) => element.textContent);
  const labels = [...document.querySelectorAll('[aria-label]')].map((element) => element.getAttribute('aria-label'));
  return [...texts, ...labels].map((text) => text.replace(/[\d\s]+/g, ' ').trim()).filter((text) => /\p{L}{3}/u.test(text));
};

// Names that read the same in Portuguese and English.
const international = /^(Ayni|Menu|API|RSS|Atom|BibTeX|RIS|Dublin Core|JSON(-LD| Lines)?|CSV|XML|OAI-PMH|IATI|PDF|ZIM|Total|Mali|Online)$/i;

// No label of the page stands there in English: none equals a label of the same page in English.
async function expectPortuguese(page) {
  assert.match(await page.locator('html').getAttribute('lang'), /^pt\b/);
  const portuguese = await page.evaluate(interfaceTexts);
  const twin = await page.context().newPage();
  await twin.goto(page.url().replace('/pt/', '/en/'));
  const english = new Set(await twin.evaluate(interfaceTexts));
  await twin.close();
  const untranslated = portuguese.filter((text) => english.has(text) && !international.test(text));
  assert.deepEqual([...new Set(untranslated)], [], `in English on ${page.url()}`);
}

describe('main job on a phone, in Portuguese, without JavaScript', () => {
  test('from a question to who did it, how and with whom', { timeout: 60_000 }, () =>
    withPage({ viewport: phone, locale: 'pt-MZ', javaScriptEnabled: false }, async (page) => {
      const { question } = language('pt');

      await page.goto('/');
      assert.equal(new URL(page.url()).pathname, '/pt/', 'a browser in Portuguese gets Portuguese');
      await expectPortuguese(page);
      const form = page.getByRole('main').locator('form[action="/pt/answers"]');
      await form.getByRole('textbox').fill(question);
      await form.getByRole('combobox', { name: /país/i }).selectOption({ label: 'Moçambique' });
      await form.getByRole('button').click();

      const asked = new URL(page.url());
      assert.equal(asked.pathname, '/pt/answers');
      assert.equal(asked.searchParams.get('q'), question);
      assert.equal(asked.searchParams.get('country'), 'MZ');
      assert.ok((await page.getByRole('heading', { level: 1 }).innerText()).includes(question), 'the question stands above its answer');
      assert.ok(await page.getByRole('main').getByText('Moçambique').first().isVisible(), 'and so does the country');
      await expectPortuguese(page);

      const worked = page.locator('section#worked');
      const who = page.locator('section#who-did');
      const learn = page.locator('section#learn');
      for (const [part, heading] of [[worked, /funcion/i], [who, /quem/i], [learn, /aprend/i]]) {
        assert.match(await part.getByRole('heading', { level: 2 }).first().innerText(), heading);
      }
      const practices = worked.locator('ol > li').getByRole('heading').getByRole('link');
      assert.ok((await practices.count()) >= 2, 'practices');
      for (const link of await practices.all()) assert.match(await link.getAttribute('href'), /^\/pt\/practices\/[a-z0-9-]+$/);
      const peers = who.locator('ol > li').filter({ has: page.getByRole('heading') });
      assert.ok((await peers.count()) >= 2, 'peers');
      for (const peer of await peers.all()) {
        assert.match(await peer.getByRole('heading').getByRole('link').getAttribute('href'), /^\/pt\/(countries|organizations)\/[A-Za-z0-9-]+$/);
        const reasons = peer.getByRole('list').first().getByRole('listitem');
        assert.ok((await reasons.count()) >= 1, `a reason for ${await peer.getByRole('heading').innerText()}`);
        assert.ok((await reasons.first().innerText()).trim().length > 3);
      }
      assert.ok(!(await peers.getByRole('heading').allInnerTexts()).includes('Moçambique'), 'nobody is its own peer');
      const lessons = learn.locator('ol > li').getByRole('heading').getByRole('link');
      assert.ok((await lessons.count()) >= 1, 'learning');
      for (const link of await lessons.all()) assert.match(await link.getAttribute('href'), /^\/pt\/(academy|library|events|initiatives)\/[a-z0-9-]+$/);

      await practices.first().click();
      assert.match(new URL(page.url()).pathname, /^\/pt\/practices\/[a-z0-9-]+$/);
      await expectPortuguese(page);
      const themes = page.getByRole('main').locator('a[href^="/pt/themes/"]');
      const found = await themes.evaluateAll((links) => links.map((link) => link.pathname.split('/').pop()));
      assert.ok(found.some((theme) => ['social-protection', 'informal-economy', 'care-economy'].includes(theme)), `the first practice is about the question, not only ${found}`);
      const partners = page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name: /parceir|particip/i }) });
      assert.ok(await partners.first().getByRole('rowheader').first().isVisible(), 'its partners');
      const cite = page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name: /cit/i }) }).last();
      assert.ok((await cite.locator('blockquote').innerText()).includes(await page.getByRole('heading', { level: 1 }).innerText()), 'cite this');
      for (const ending of ['.bib', '.ris']) {
        const address = await cite.locator(`a[href$="${ending}"]`).getAttribute('href');
        assert.equal((await page.request.get(address)).status(), 200, address);
      }
    }),
  );
});
