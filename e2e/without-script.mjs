// Lists without JavaScript: facets narrow, pages follow one another by cursor, the language switch keeps the page.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { withPage } from './browser.mjs';
import { language } from './pages.mjs';

const options = { locale: 'pt', javaScriptEnabled: false };
const timeout = 60_000;

const items = (page) => page.getByRole('main').locator('ol.items > li').getByRole('heading').getByRole('link');
const addresses = (page) => items(page).evaluateAll((links) => links.map((link) => link.getAttribute('href')));

// Opens the filters where they are folded.
async function filters(page) {
  const summary = page.getByRole('main').locator('summary').filter({ hasText: /filtr/i });
  const navigation = page.getByRole('navigation', { name: /filtr/i });
  if (!(await navigation.isVisible())) await summary.click();
  await navigation.waitFor();
  return navigation;
}

// Everything that the list shows, from page to page.
async function walk(page) {
  const seen = await addresses(page);
  for (let next = page.locator('a[rel=next]'); (await next.count()) > 0; next = page.locator('a[rel=next]')) {
    assert.match(await next.first().getAttribute('href'), /[?&]cursor=/, 'the next page is named by a cursor');
    await next.first().click();
    const more = await addresses(page);
    assert.ok(more.length > 0, `${page.url()} is empty`);
    seen.push(...more);
    assert.ok(seen.length < 1000, 'the list ends');
  }
  return seen;
}

describe('lists without JavaScript', { concurrency: 3 }, () => {
  test('a facet narrows the list to as many records as it says, over all its pages', { timeout }, () =>
    withPage(options, async (page) => {
      await page.goto('/pt/practices');
      const all = await walk(page);
      assert.equal(new Set(all).size, all.length, 'no record twice');

      await page.goto('/pt/practices');
      const facet = (await filters(page)).locator('a[href*="theme="]').first();
      const theme = new URL(await facet.getAttribute('href'), page.url()).searchParams.get('theme');
      const promised = Number((await facet.innerText()).match(/\d+(?=\D*$)/)[0]);
      await facet.click();
      assert.equal(new URL(page.url()).searchParams.get('theme'), theme);
      assert.equal(await (await filters(page)).locator('a[aria-current]').count(), 1, 'the facet in use is marked');

      const narrowed = await walk(page);
      assert.equal(narrowed.length, promised);
      assert.ok(narrowed.length < all.length);
      assert.deepEqual(narrowed.filter((address) => !all.includes(address)), []);
    }),
  );

  test('the language switch keeps the page, its filter included', { timeout }, () =>
    withPage(options, async (page) => {
      await page.goto('/pt/practices?theme=social-protection');
      const before = (await addresses(page)).map((address) => address.replace('/pt/', '/'));
      const switcher = page.locator('body > header').locator('a[hreflang=es]');
      if (!(await switcher.isVisible())) await page.locator('body > header details').filter({ has: page.locator('a[hreflang=es]') }).locator('summary').click();
      await switcher.click();
      const { pathname, searchParams } = new URL(page.url());
      assert.equal(pathname, '/es/practices');
      assert.equal(searchParams.get('theme'), 'social-protection');
      assert.match(await page.locator('html').getAttribute('lang'), /^es\b/);
      assert.deepEqual((await addresses(page)).map((address) => address.replace('/es/', '/')).sort(), before.sort());
    }),
  );

  test('the search of the header finds, and a misspelt word is helped', { timeout }, () =>
    withPage(options, async (page) => {
      await page.goto('/pt/practices');
      const search = page.getByRole('search').first();
      await search.getByRole('searchbox').fill(language('pt').words);
      await search.getByRole('button').click();
      const { pathname, searchParams } = new URL(page.url());
      assert.equal(pathname, '/pt/search');
      assert.equal(searchParams.get('q'), language('pt').words);
      assert.ok((await items(page).count()) > 0);

      await page.goto('/pt/search?q=cooperativsa');
      const found = (await items(page).count()) + (await page.getByRole('main').locator('a[href*="cooperativa"]').count());
      assert.ok(found > 0, 'results or a suggestion');
    }),
  );

  test('the map stands behind no script: a picture with a description and a table', { timeout }, () =>
    withPage(options, async (page) => {
      await page.goto('/pt/map');
      const map = page.getByRole('main').getByRole('img').first();
      assert.ok(await map.isVisible());
      const rows = page.getByRole('main').getByRole('table').getByRole('row');
      assert.ok((await rows.count()) > 100, 'a row for each pair of countries');
      assert.ok(await page.getByRole('table').getByRole('link', { name: 'Moçambique' }).first().isVisible());
    }),
  );
});
