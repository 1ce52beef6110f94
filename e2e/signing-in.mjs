// Signing in beside the mailed link: a passkey of Chromium's virtual device, and a real OpenID Connect provider.
//
// Browsers make passkeys for names only, so these tests start a server of their own on localhost.

import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import Provider from 'oidc-provider';
import { base, expectGood, phone, send, withPage } from './browser.mjs';
import { mailTo, mails, signInByMail } from './mails.mjs';
import { freePort, serve } from './own-server.mjs';

const timeout = 120_000;

let data;
let end;
let provider;
let here;

// A provider at which everybody signs in under the name that they type, with a mail address that is confirmed.
async function startProvider(port, back) {
  const there = new Provider(`http://127.0.0.1:${port}`, {
    clients: [{ client_id: 'ayni', client_secret: 'a secret of the tests', redirect_uris: [back] }],
    claims: { email: ['email', 'email_verified'], profile: ['name'] },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({ sub: id, email: `${id}@ministry.example`, email_verified: true, name: id }),
    }),
    cookies: { keys: ['a key of the tests'] },
  });
  return new Promise((done) => {
    const server = there.listen(port, '127.0.0.1', () => done(server));
  });
}

function startAyni(port, issuer) {
  const openid = ['--oidc-name', 'Ministry', '--oidc-issuer', issuer, '--oidc-client', 'ayni'];
  return serve(port, ['--empty', '--data', data, '--base-url', here, ...openid], { AYNI_OIDC_SECRET: 'a secret of the tests' });
}

// A page of this server in a browser of its own.
const browsing = (work) => withPage({ viewport: phone, locale: 'en-GB', baseURL: here }, work);

// A device in the page that holds passkeys and knows its owner.
async function withDevice(page, context) {
  const devtools = await context.newCDPSession(page);
  await devtools.send('WebAuthn.enable');
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    automaticPresenceSimulation: true,
  };
  await devtools.send('WebAuthn.addVirtualAuthenticator', { options });
}

// Goes to the provider, which asks who one is and whether Ayni may know it, and comes back.
async function signInThere(page, name) {
  await page.waitForURL(/\/interaction\//);
  await page.fill('[name=login]', name);
  await page.fill('[name=password]', 'any');
  await Promise.all([page.waitForNavigation(), page.click('button[type=submit]')]);
  await Promise.all([page.waitForURL((url) => url.origin === new URL(here).origin), page.click('button[type=submit]')]);
}

describe('ways to sign in', () => {
  before(async () => {
    data = mkdtempSync(join(tmpdir(), 'ayni-signing-in-'));
    const [port, other] = [await freePort(), await freePort()];
    here = `http://localhost:${port}`;
    provider = await startProvider(other, `${here}/sign-in/openid/back`);
    end = await startAyni(port, `http://127.0.0.1:${other}`);
  });

  after(async () => {
    provider?.closeAllConnections();
    provider?.close();
    await end?.();
    rmSync(data, { recursive: true, force: true });
  });

  test('a passkey is added, and signs in', { timeout }, () =>
    browsing(async (page, context) => {
      await withDevice(page, context);
      await page.goto('/en/sign-in?next=/en/account/security');
      await expectGood(page);
      await signInByMail(page, 'amina@ministry.example', data);
      assert.equal(new URL(page.url()).pathname, '/en/account/security');
      await expectGood(page);
      await page.fill('#passkey-name', 'Test device');
      await send(page, '#passkey', 'button');
      assert.match(page.url(), /\?done$/);
      assert.match(await page.textContent('.cards'), /Test device/);
      await expectGood(page);
      assert.match(await mailTo(data, 'amina@ministry.example', new Set()), /passkey “Test device” was added/);

      await context.clearCookies();
      await page.goto('/en/sign-in');
      // The device may sign in by itself, as the browser's quiet offer; otherwise the button does.
      await Promise.all([
        page.waitForURL('**/en/desk'),
        page.getByRole('button', { name: 'Sign in with a passkey' }).click({ timeout: 3_000 }).catch(() => {}),
      ]);
      await page.goto('/en/account/security');
      assert.match(await page.textContent('.cards'), /last used on/);
    }),
  );

  test('an instance whose address is a number says why it has no passkeys', { timeout }, () =>
    withPage({ viewport: phone, locale: 'en-GB' }, async (page) => {
      if (!/\/\/[\d.]+(:|$)/.test(base)) return;
      await page.goto('/en/sign-in?next=/en/account/security');
      assert.equal(await page.locator('#passkey').count(), 0);
      await signInByMail(page, `number-${Date.now()}@ministry.example`, process.env.AYNI_DATA ?? 'ayni-data');
      assert.match(await page.textContent('main'), /whose address is a name/);
      await expectGood(page);
    }),
  );

  test('an app for codes is set up, and a picture shows its key', { timeout }, () =>
    browsing(async (page) => {
      await page.goto('/ar/sign-in?next=/ar/account/security/second-factor');
      await signInByMail(page, 'chen@ministry.example', data);
      assert.equal(new URL(page.url()).pathname, '/ar/account/security/second-factor');
      await expectGood(page);
      const { width, height } = await page.locator('.qr svg').boundingBox();
      assert.ok(width > 150 && Math.abs(width - height) < 1, 'large enough to be scanned');
      assert.match(await page.textContent('.code[dir=ltr]'), /^([A-Z2-7]{4} ?){8}$/);
      await page.fill('#code', '000000');
      await send(page, 'main form', 'button');
      await expectGood(page);
    }),
  );

  test('a provider signs in somebody new, and again', { timeout }, () =>
    browsing(async (page, context) => {
      await page.goto('/en/sign-in');
      await page.getByRole('link', { name: 'Sign in with Ministry' }).click();
      await signInThere(page, 'nadia');
      await page.waitForURL('**/en/desk');
      await page.goto('/en/account');
      assert.match(await page.textContent('main'), /nadia@ministry\.example/);
      await page.goto('/en/account/security');
      assert.match(await page.textContent('.cards'), /Ministry/);
      await expectGood(page);

      await context.clearCookies({ name: 'ayni' });
      await page.goto('/en/sign-in?next=/en/account/sessions');
      await Promise.all([page.waitForURL('**/en/account/sessions'), page.getByRole('link', { name: 'Sign in with Ministry' }).click()]);
      assert.equal(await page.locator('[name=session]').count(), 2);
    }),
  );

  test('a provider signs in who has an account once they have opened a link', { timeout }, () =>
    browsing(async (page, context) => {
      await page.goto('/en/sign-in');
      await signInByMail(page, 'bruno@ministry.example', data);
      await context.clearCookies();
      const known = mails(data);
      await page.goto('/en/sign-in');
      await page.getByRole('link', { name: 'Sign in with Ministry' }).click();
      await signInThere(page, 'bruno');
      await expectGood(page);
      const [link] = (await mailTo(data, 'bruno@ministry.example', known)).match(/\/en\/sign-in\/[0-9a-f]{64}/);
      await page.goto(link);
      assert.match(await page.textContent('main'), /Ministry is connected with your account/);
      await expectGood(page);
      await send(page, 'main form', 'button');
      await page.goto('/en/account/security');
      assert.match(await page.textContent('.cards'), /Ministry/);
    }),
  );
});
