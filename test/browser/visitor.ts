import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type axeCore from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';

declare global {
  /** In the page, once it was put there. */
  var axe: typeof axeCore;
}

export interface Look {
  readonly width: number;
  readonly height: number;
  readonly hasTouch: boolean;
}

export const phone: Look = { width: 360, height: 800, hasTouch: true };
export const desk: Look = { width: 1366, height: 768, hasTouch: false };

/** One person at one device, with a browser of their own. */
export interface Visitor {
  readonly page: Page;
  readonly origin: string;
  /** What the browser's console complained about, CSP violations and uncaught errors included. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** A 404 is an answer; the browser logs it all the same. */
const expected = /^error: Failed to load resource: the server responded with a status of 404/;

/** An English browser, as many offices have: what is typed and shown must not follow its locale. */
export async function visit(browser: Browser, origin: string, { width, height, hasTouch }: Look): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: { width, height },
    hasTouch,
    locale: 'en-US',
    timezoneId: 'Asia/Ho_Chi_Minh',
    reducedMotion: 'reduce',
  });
  const complaints: string[] = [];
  await watch(context, complaints);
  return { page: await context.newPage(), origin, complaints, close: () => context.close() };
}

async function watch(context: BrowserContext, complaints: string[]): Promise<void> {
  context.on('console', (message) => {
    const said = `${message.type()}: ${message.text()}`;
    if (['error', 'warning', 'assert'].includes(message.type()) && !expected.test(said)) complaints.push(said);
  });
  context.on('weberror', (thrown) => {
    complaints.push(`uncaught: ${thrown.error().message}`);
  });
  await context.addInitScript(() => {
    let taps = 0;
    addEventListener(
      'pointerdown',
      (event) => {
        if (!event.isTrusted) return;
        taps += 1;
        document.documentElement.dataset.taps = String(taps);
      },
      true,
    );
  });
}

/** Signs in by the name on the button. */
export async function signIn({ page, origin }: Visitor, name: string): Promise<void> {
  await page.goto(`${origin}/dang-nhap`);
  await page.getByRole('button', { name }).click();
  await page.getByRole('button', { name: /^(Đăng xuất|Sign out)$/ }).waitFor();
}

export async function enter(browser: Browser, origin: string, name: string, look: Look = phone): Promise<Visitor> {
  const visitor = await visit(browser, origin, look);
  await signIn(visitor, name);
  return visitor;
}

/** Touches since the page was loaded. */
export async function tapsOf(page: Page): Promise<number> {
  return await page.evaluate(() => Number(document.documentElement.dataset.taps ?? 0));
}

export interface Photo {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A JPEG as a camera would give it: another text, another content. */
export async function photoOf(page: Page, text: string): Promise<Photo> {
  const bytes = await page.evaluate(async (words) => {
    const canvas = new OffscreenCanvas(160, 120);
    const pen = canvas.getContext('2d');
    if (!pen) throw new Error('no canvas');
    pen.fillStyle = '#d9e2ec';
    pen.fillRect(0, 0, 160, 120);
    pen.fillStyle = '#102a43';
    pen.fillText(words, 8, 60);
    return [...new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg' })).arrayBuffer())];
  }, text);
  // The text goes behind the picture as well: two short texts may be drawn alike.
  const buffer = Buffer.concat([Buffer.from(bytes), Buffer.from(text)]);
  return { name: `${text}.jpg`, mimeType: 'image/jpeg', buffer };
}

export interface AxeViolation {
  readonly id: string;
  readonly help: string;
  readonly targets: readonly string[];
}

let axeSource: string | undefined;

/** What axe-core finds by the rules of WCAG 2.0 to 2.2, levels A and AA. */
export async function axeViolations(page: Page): Promise<readonly AxeViolation[]> {
  axeSource ??= await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource);
  const look = page.viewportSize();
  if (!look) throw new Error('a page of no size');
  // As high as its content: what a bar at the foot covers now is not out of reach, for the page can be scrolled.
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width: look.width, height: Math.max(height, look.height) });
  const found = await page.evaluate(async () => {
    const { violations } = await axe.run(document, {
      runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
      resultTypes: ['violations'],
    });
    return violations.map(({ id, help, nodes }) => ({
      id,
      help,
      targets: nodes.map((node) => `${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
    }));
  });
  await page.setViewportSize(look);
  return found;
}
