// With the keyboard alone: the skip link leads past the header, and wherever the focus is, it shows.

import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { desk, phone, withPage } from './browser.mjs';
import { language, pages, pathOf } from './pages.mjs';

const timeout = 60_000;
const steps = 60;

// How the focused element looks; and again once it has lost the focus, to compare.
const focused = () => {
  const element = document.activeElement;
  if (!element || element === document.body) return null;
  const drawn = () => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow, backgroundColor, borderColor, textDecorationLine } = getComputedStyle(element);
    const outline = outlineStyle === 'none' || parseFloat(outlineWidth) === 0 ? 'none' : `${outlineStyle} ${outlineWidth} ${outlineColor}`;
    return JSON.stringify({ outline, boxShadow, backgroundColor, borderColor, textDecorationLine });
  };
  const box = element.getBoundingClientRect();
  const middle = document.elementFromPoint(box.left + box.width / 2, box.top + Math.min(box.height / 2, 20));
  const withFocus = drawn();
  element.blur();
  const without = drawn();
  element.focus({ preventScroll: true });
  return {
    name: `${element.localName} "${(element.innerText || element.getAttribute('aria-label') || element.name || '').trim().slice(0, 40)}"`,
    shows: withFocus !== without,
    inside: box.width > 0 && box.height > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    covered: middle !== null && middle !== element && !element.contains(middle) && !middle.contains(element),
  };
};

describe('keyboard', { concurrency: 3 }, () => {
  for (const code of ['pt', 'ar']) {
    test(`the skip link is first, shows itself and leads to the content, ${code}`, { timeout }, () =>
      withPage({ viewport: phone }, async (page) => {
        await page.goto(`/${code}/practices`);
        await page.keyboard.press('Tab');
        const skip = page.locator(':focus');
        assert.equal(await skip.getAttribute('href'), '#main');
        assert.ok((await page.evaluate(focused)).inside, 'visible once it has the focus');
        await page.keyboard.press('Enter');
        assert.equal(new URL(page.url()).hash, '#main');
        await page.keyboard.press('Tab');
        assert.ok(await page.evaluate(() => document.activeElement.closest('main#main') !== null), 'the next stop is inside the content');
      }),
    );
  }

  for (const viewport of [phone, desk]) {
    for (const name of ['home', 'answers', 'practices', 'practice', 'map']) {
      test(`the focus shows at every stop, ${name} at ${viewport.width} px`, { timeout }, () =>
        withPage({ viewport, colorScheme: viewport === phone ? 'light' : 'dark' }, async (page) => {
          await page.goto(pathOf(pages.find((page) => page.name === name), language('pt')));
          const faults = [];
          let stops = 0;
          for (; stops < steps; stops += 1) {
            await page.keyboard.press('Tab');
            const stop = await page.evaluate(focused);
            if (!stop) break;
            if (!stop.shows) faults.push(`no sign of focus: ${stop.name}`);
            if (!stop.inside) faults.push(`outside the window: ${stop.name}`);
            if (stop.covered) faults.push(`covered: ${stop.name}`);
          }
          assert.ok(stops > 5, 'there are stops');
          assert.ok(faults.length === 0, `\n${faults.join('\n')}`);
        }),
      );
    }
  }
});
