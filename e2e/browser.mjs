// The one browser that all tests share, and what they ask of it.

import assert from 'node:assert/strict';
import axe from 'axe-core';
import { chromium } from 'playwright-core';

// The server is started outside; its address comes in AYNI_URL.
export const base = (process.env.AYNI_URL ?? 'http://127.0.0.1:8080').replace(/\/+$/, '');

export const phone = { width: 360, height: 740 };
export const desk = { width: 1280, height: 900 };

let browser;

export async function start() {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

export async function stop() {
  await browser?.close();
}

// Gives `work` a page in a context of its own (nothing cached, no cookies) and closes it afterwards.
export async function withPage(options, work) {
  const context = await browser.newContext({
    baseURL: base,
    viewport: phone,
    reducedMotion: 'reduce',
    serviceWorkers: 'block',
    ...options,
  });
  context.setDefaultTimeout(15_000);
  try {
    return await work(await context.newPage(), context);
  } finally {
    await context.close();
  }
}

// Loads what the page would load when the reader scrolls down.
export async function loadPictures(page) {
  await page.evaluate(async () => {
    for (const image of document.images) image.loading = 'eager';
    const loaded = (image) => image.complete || new Promise((done) => ['load', 'error'].forEach((name) => image.addEventListener(name, done)));
    await Promise.all([...document.images].map(loaded));
  });
}

// Presses a button of a form and waits for the page that it leads to.
export async function send(page, form, button) {
  await Promise.all([page.waitForNavigation(), page.locator(form).locator(button).first().click()]);
}

// No accessibility problem, and nothing wider than the screen.
export async function expectGood(page) {
  await page.evaluate(axe.source);
  const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
  const { violations } = await page.evaluate((runOnly) => window.axe.run(document, { runOnly, resultTypes: ['violations'] }), runOnly);
  const problems = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
  assert.deepEqual(problems, [], page.url());
  assert.deepEqual(await page.evaluate(tooWide), [], `too wide: ${page.url()}`);
}

// What stands beside the screen of a page that scrolls sideways; nothing of a page that does not.
function tooWide() {
  if (document.documentElement.scrollWidth <= innerWidth) return [];
  const outside = [...document.querySelectorAll('body *')].filter((element) => {
    const { left, right } = element.getBoundingClientRect();
    return left < -0.5 || right > innerWidth + 0.5;
  });
  return [`${document.documentElement.scrollWidth} of ${innerWidth}`, ...outside.map((own) => `${own.localName}.${own.className}: ${own.textContent.trim().slice(0, 60)}`)];
}
