// Mails of a server without a mail server: files in its data folder.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { send } from './browser.mjs';

const inside = (data) => join(data, 'mail');

// The plain text of a mail, whichever way it is encoded.
function plainText(mail) {
  const part = mail.split(/\r?\n--/).find((part) => /content-type: text\/plain/i.test(part)) ?? mail;
  const [head, ...body] = part.split(/\r?\n\r?\n/);
  const text = body.join('\n\n');
  if (/transfer-encoding: base64/i.test(head)) return Buffer.from(text.replace(/\s/g, ''), 'base64').toString();
  if (!/transfer-encoding: quoted-printable/i.test(head)) return text;
  const bytes = text.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}

// The names of the mails that are there.
export function mails(data) {
  try {
    return new Set(readdirSync(inside(data)));
  } catch {
    return new Set(); // none has left yet
  }
}

// The newest mail to an address that is not among those known, as soon as it is there.
export async function mailTo(data, address, known = new Set(), seconds = 15) {
  for (let attempt = 0; attempt < 10 * seconds; attempt += 1) {
    const names = [...mails(data)].filter((name) => name.endsWith('.eml') && !known.has(name));
    const newest = names.map((name) => join(inside(data), name)).sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
    const mail = newest.map((path) => readFileSync(path, 'utf8')).find((text) => text.includes(address));
    if (mail) return plainText(mail);
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`no mail to ${address}`);
}

// Signs somebody in by a mailed link, from the page to sign in on.
export async function signInByMail(page, address, data) {
  const known = mails(data);
  await page.fill('#email', address);
  await send(page, 'main form', 'button');
  const [link] = (await mailTo(data, address, known)).match(/\/\w\w\/sign-in\/[0-9a-f]{64}/);
  await page.goto(link);
  await send(page, 'main form', 'button');
}
