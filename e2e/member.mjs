// What tests of members share: mails that the server wrote into its data folder, forms, and whether a page is good.

import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';

// The data folder of the server that ./test starts.
const folder = process.env.AYNI_DATA ?? 'ayni-data';

// The plain text of a mail, whichever way it is encoded.
function plainText(mail) {
  const part = mail.split(/\r?\n--/).find((part) => /content-type: text\/plain/i.test(part)) ?? mail;
  const [head, ...body] = part.split(/\r?\n\r?\n/);
  const text = body.join('\n\n');
  if (/transfer-encoding: base64/i.test(head)) return Buffer.from(text.replace(/\s/g, ''), 'base64').toString();
  return text.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
}

// The names of the mails that are there.
export function mails(data = folder) {
  try {
    return new Set(readdirSync(join(data, 'mail')));
  } catch {
    return new Set();
  }
}

// The newest mail to an address beside those that are known, as soon as it is there.
export async function mailTo(address, known = new Set(), data = folder) {
  for (let attempt = 0; attempt < 150; attempt += 1) {
    const names = [...mails(data)].filter((name) => name.endsWith('.eml') && !known.has(name));
    const newest = names.map((name) => join(data, 'mail', name)).sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
    const mail = newest.map((path) => readFileSync(path, 'utf8')).find((text) => text.includes(address));
    if (mail) return plainText(mail);
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`no mail to ${address}`);
}

// Presses a button of a form and waits for the page that follows.
export async function send(page, form, button) {
  await Promise.all([page.waitForNavigation(), page.locator(form).locator(button).first().click()]);
}

// Signs somebody in by a mailed link, from the page to sign in on.
export async function signInByMail(page, address, data = folder) {
  const known = mails(data);
  await page.fill('#email', address);
  await send(page, 'main form', 'button');
  const [link] = (await mailTo(address, known, data)).match(/\/\w\w\/sign-in\/[0-9a-f]{64}/);
  await page.goto(link);
  await send(page, 'main form', 'button');
}

// No accessibility violation, and nothing to scroll sideways.
export async function expectGood(page) {
  await page.evaluate(axe.source);
  const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
  const { violations } = await page.evaluate((runOnly) => window.axe.run(document, { runOnly, resultTypes: ['violations'] }), runOnly);
  const problems = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
  assert.deepEqual(problems, [], page.url());
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth), false, `too wide: ${page.url()}`);
}
