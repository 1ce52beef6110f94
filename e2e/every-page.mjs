// Every public page in every language on a phone: found, in its language and direction, without horizontal scrolling,
// within its weight, without a foreign request, a policy violation or an accessibility violation, light and dark.

import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import axe from 'axe-core';
import { base, desk, loadPictures, phone, withPage } from './browser.mjs';
import { languages, language, pages, pathOf } from './pages.mjs';

const limits = {
  firstView: 14_336, // HTML and style sheets, bodies as transferred: one initial window of TCP
  whole: 60 * 1024, // with pictures and everything else
  script: 10 * 1024,
};
const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const aboutColour = ['color-contrast', 'link-in-text-block'];
const parallel = 3;
const timeout = 60_000;

// What axe finds wrong, one line each.
async function violations(page, label, run, within = 'html') {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const found = await page.evaluate(
    async ([within, runOnly]) => (await window.axe.run(within, { runOnly, resultTypes: ['violations'], preload: false })).violations,
    [within, run],
  );
  return found.flatMap(({ id, help, nodes }) => {
    const shown = nodes.slice(0, 3).map((node) => `axe ${label}: ${id} (${help}): ${node.target.join(' ')}: ${node.any[0]?.message ?? node.html.slice(0, 160)}`);
    return nodes.length > 3 ? [...shown, `axe ${label}: ${id}: ${nodes.length - 3} more`] : shown;
  });
}

const fully = { type: 'tag', values: standard };
const colours = { type: 'rule', values: aboutColour };

// What the content security policy of an answer lacks.
function policyFaults(policy = '') {
  const faults = [];
  if (!/(^|;)\s*default-src '(none|self)'\s*(;|$)/.test(policy)) faults.push(`policy: default-src is neither 'none' nor 'self': ${policy || 'no header'}`);
  for (const hole of ["'unsafe-inline'", "'unsafe-eval'", ' *', ' http:', ' https:']) {
    if (policy.includes(hole)) faults.push(`policy: allows ${hole.trim()}`);
  }
  return faults;
}

// The state of the loaded document.
const look = () => {
  const root = document.documentElement;
  const wide = [...document.body.querySelectorAll('*')].filter((element) => {
    const { left, right, width } = element.getBoundingClientRect();
    return width > 0 && (right > root.clientWidth + 1 || left < -1);
  });
  const name = (element) => element.localName + (element.id && `#${element.id}`) + [...element.classList].map((name) => `.${name}`).join('');
  return {
    lang: root.lang,
    dir: root.dir || 'ltr',
    direction: getComputedStyle(document.body).direction,
    title: document.title.trim(),
    headings: document.querySelectorAll('h1').length,
    mains: document.querySelectorAll('main#main').length,
    overflow: root.scrollWidth - root.clientWidth,
    wide: wide.slice(0, 5).map(name),
    violated: window.violated ?? [],
  };
};

// Visits a page and returns everything that is wrong with it, so that one run tells all.
async function inspect(visited, language) {
  const path = pathOf(visited, language);
  const status = visited.status ?? 200;
  const faults = [];
  const requests = [];
  await withPage({ locale: language.code, colorScheme: 'light' }, async (page, context) => {
    await context.addInitScript(() => {
      window.violated = [];
      document.addEventListener('securitypolicyviolation', (event) => window.violated.push(`${event.violatedDirective} ${event.blockedURI}`));
    });
    page.on('request', (request) => {
      requests.push(request);
      const { origin, protocol } = new URL(request.url());
      if (origin !== base && protocol !== 'data:') faults.push(`foreign request: ${request.url()}`);
    });
    page.on('requestfailed', (request) => faults.push(`request failed: ${request.url()} ${request.failure()?.errorText}`));
    page.on('response', (response) => {
      if (response.status() >= 400 && !response.request().isNavigationRequest()) faults.push(`answer ${response.status()}: ${response.url()}`);
    });
    page.on('pageerror', (error) => faults.push(`script error: ${error.message}`));
    page.on('console', (message) => {
      const expected = status !== 200 && message.location().url === base + path;
      if (message.type() === 'error' && !expected) faults.push(`console: ${message.text()}`);
    });

    const response = await page.goto(path, { waitUntil: 'load' });
    if (response.status() !== status) faults.push(`answer ${response.status()} instead of ${status}`);
    if (new URL(page.url()).pathname !== new URL(base + path).pathname) faults.push(`went to ${page.url()}`);
    const headers = response.headers();
    faults.push(...policyFaults(headers['content-security-policy']));
    await loadPictures(page);

    const seen = await page.evaluate(look);
    const isOneOf = (lang) => lang === language.code || lang.startsWith(`${language.code}-`);
    if (!isOneOf(seen.lang)) faults.push(`lang is "${seen.lang}"`);
    if (seen.dir !== language.dir || seen.direction !== language.dir) faults.push(`direction is ${seen.dir}, drawn ${seen.direction}`);
    if (!seen.title) faults.push('no title');
    if (seen.headings !== 1) faults.push(`${seen.headings} h1`);
    if (seen.mains !== 1) faults.push(`${seen.mains} main#main`);
    if (seen.overflow > 0) faults.push(`${seen.overflow} px wider than ${phone.width}: ${seen.wide.join(', ')}`);
    faults.push(...seen.violated.map((violated) => `policy violated: ${violated}`));

    const weight = { firstView: 0, whole: 0, script: 0 };
    for (const request of requests) {
      const answer = await request.response();
      if (!answer || (await answer.finished())) continue;
      const { responseBodySize: size } = await request.sizes();
      const type = request.resourceType();
      weight.whole += size;
      if (type === 'document' || type === 'stylesheet') weight.firstView += size;
      if (type === 'script') weight.script += size;
    }
    for (const [part, limit] of Object.entries(limits)) {
      if (weight[part] > limit) faults.push(`weight: ${part} ${weight[part]} bytes, limit ${limit} (HTML encoded as ${headers['content-encoding'] ?? 'nothing'})`);
    }

    faults.push(...(await violations(page, 'light', fully)));
    await page.emulateMedia({ colorScheme: 'dark' });
    faults.push(...(await violations(page, 'dark', colours)));
  });
  return faults;
}

const expectNone = (faults) => assert.ok(faults.length === 0, `\n${[...new Set(faults)].join('\n')}`);

// A server may compress a page better once it has been asked for: the budget is for what visitors get, not the first one.
before(async () => {
  const paths = languages.flatMap((language) => pages.map((page) => pathOf(page, language)));
  const ask = async () => {
    for (let path = paths.pop(); path; path = paths.pop()) {
      const answer = await fetch(base + path, { headers: { 'accept-encoding': 'gzip, deflate, br, zstd' }, redirect: 'manual' });
      await answer.arrayBuffer();
    }
  };
  await Promise.all(Array.from({ length: 4 }, ask));
});

for (const language of languages) {
  describe(`every page on a phone, ${language.code}`, { concurrency: parallel }, () => {
    for (const page of pages) {
      test(`${page.name} ${language.code}`, { timeout }, async () => expectNone(await inspect(page, language)));
    }
  });
}

// What lies folded on a phone is open here: wide layout, everything unfolded, in one language of each direction.
for (const code of ['en', 'ar']) {
  describe(`every page on a desk, ${code}`, { concurrency: parallel }, () => {
    for (const visited of pages) {
      test(`${visited.name} ${code}`, { timeout }, () =>
        withPage({ viewport: desk, colorScheme: 'light' }, async (page) => {
          await page.goto(pathOf(visited, language(code)), { waitUntil: 'load' });
          await page.evaluate(() => document.querySelectorAll('main details').forEach((details) => (details.open = true)));
          const faults = await violations(page, 'wide', fully);
          const { overflow, wide } = await page.evaluate(look);
          if (overflow > 0) faults.push(`${overflow} px wider than ${desk.width}: ${wide.join(', ')}`);
          expectNone(faults);
        }),
      );
    }
  });
}

describe('opened menus', { concurrency: parallel }, () => {
  for (const { code } of languages) {
    test(`menus of the header ${code}`, { timeout }, () =>
      withPage({}, async (page) => {
        const faults = [];
        await page.goto(`/${code}/practices`, { waitUntil: 'load' });
        for (const colorScheme of ['light', 'dark']) {
          await page.emulateMedia({ colorScheme });
          const menus = page.locator('body > header details');
          for (let index = 0; index < (await menus.count()); index += 1) {
            const open = (open) => menus.nth(index).evaluate((menu, open) => (menu.open = open), open);
            await open(true);
            faults.push(...(await violations(page, `${colorScheme}, menu ${index + 1} open`, fully, 'body > header')));
            const { overflow, wide } = await page.evaluate(look);
            if (overflow > 0) faults.push(`menu ${index + 1}: ${overflow} px too wide: ${wide.join(', ')}`);
            await open(false);
          }
        }
        expectNone(faults);
      }),
    );
  }
});
