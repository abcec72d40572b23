import { afterEach, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser.js';

const given = process.env.CHROMIUM_PATH ?? '';
let browser: Browser | undefined;
afterEach(async () => {
  await browser?.close();
  process.env.CHROMIUM_PATH = given;
});

describe('the browser of the tests', () => {
  it.each(process.platform === 'linux' && process.arch === 'x64' ? ['', 'npm'] : [''])(
    'CHROMIUM_PATH=%s: starts, keeps two people apart and draws Vietnamese',
    async (path) => {
      process.env.CHROMIUM_PATH = path || given;
      browser = await launchBrowser();
      const [one, other] = await Promise.all([browser.newContext({ locale: 'vi-VN' }), browser.newContext()]);
      const page = await one.newPage();
      expect(await page.evaluate(() => navigator.language)).toBe('vi-VN');
      // A letter the fonts lack is drawn as the same empty box as a code point that has no letter.
      const drawings = await page.evaluate(() =>
        ['Ữ', 'ệ', 'đ', '\u{10FFFF}'].map((letter) => {
          const canvas = new OffscreenCanvas(64, 64).getContext('2d');
          if (!canvas) return '';
          canvas.font = '40px sans-serif';
          canvas.fillText(letter, 8, 48);
          return canvas.getImageData(0, 0, 64, 64).data.join();
        }),
      );
      expect(new Set(drawings).size).toBe(4);
      const otherPage = await other.newPage();
      await otherPage.setContent('<p>khác</p>');
      expect(await otherPage.textContent('p')).toBe('khác');
    },
    60_000,
  );
});
