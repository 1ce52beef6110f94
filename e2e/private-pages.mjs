// The pages behind a session: none has an accessibility problem or scrolls sideways, on a desk by day and in Arabic on a phone by night.
//
// Goes on where taking-part.mjs ends, as the administrator, who has been given the most pages.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { desk, expectGood, phone, withPage } from './browser.mjs';
import { practice, secretariat } from './taking-part.mjs';

const account = ['', '/mandates', '/security', '/sessions', '/notices', '/data'].map((end) => `/account${end}`);
const admin = ['', '/mails', '/jobs', '/index', '/audit', '/settings', '/texts'].map((end) => `/admin${end}`);
const work = ['/desk', '/drafts', '/contribute', '/review', '/sheets', '/notices', '/translate', '/translate/waiting?to=fr', `/translate${practice}?to=ar`];
const oversight = ['/people', '/people/rosa', '/mandates', '/reports', '/objections', '/due', '/adoption/requests'];
const record = [`${practice}/history`, `${practice}/withdrawal`, '/organizations/ilo/people'];
const ways = [
  { lang: 'en', options: { viewport: desk, colorScheme: 'light' } },
  { lang: 'ar', options: { viewport: phone, colorScheme: 'dark' } },
];

describe('pages behind a session', () => {
  for (const { lang, options } of ways) {
    for (const path of [...account, ...admin, ...work, ...oversight, ...record]) {
      test(`${lang} ${path}`, { timeout: 60_000 }, () =>
        withPage({ ...options, storageState: secretariat.session }, async (page) => {
          const answer = await page.goto(`/${lang}${path}`);
          assert.equal(answer.status(), 200);
          assert.equal(await page.evaluate(() => document.documentElement.lang), lang);
          await expectGood(page);
          const folder = process.env.AYNI_PICTURES;
          if (folder) await page.screenshot({ path: `${folder}/${lang}${path.replace(/[/?=]/g, '-')}.png` });
        }),
      );
    }
  }
});
