import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { withPostgres } from '../support/postgres.js';
import { type Client, type Service, startService } from '../support/service.js';
import { axeViolations, desk, enter, type Look, phone, visit, type Visitor } from './visitor.js';

/** Every screen, for each of the people who use it, in both sizes and both languages. */
const ward = '01880000-0000-7000-8000-000000031783';
const nobodys = '01880000-0000-7000-8000-00000000dead';

/** The demo's programme of 2025. */
const plan = '/chuong-trinh/01880000-0000-7000-8000-000000002025';

const people = [
  { id: 'hai', name: 'Lê Hoàng Hải', areas: ['/kiem-tra', '/viec-can-lam'] },
  { id: 'mai', name: 'Trần Thị Mai', areas: ['/kiem-tra', '/viec-can-lam'] },
  {
    id: 'thai',
    name: 'Trần Quốc Thái',
    areas: [
      '/tong-quan',
      '/kiem-tra',
      '/viec-can-lam',
      '/kiem-tra/lenh-moi',
      '/chuong-trinh',
      '/lap-lai',
      '/lap-lai?tat-ca=1',
      plan,
    ],
  },
] as const;
const looks = [
  { size: '360x800', look: phone },
  { size: '1366x768', look: desk },
] as const;
const languages = ['vi', 'en'] as const;
type Language = (typeof languages)[number];

const boardTabs = [
  'owing',
  'overdue',
  'due-soon',
  'returned',
  'awaiting-verification',
  'verified',
  'settled',
  'extension-asked',
  'plan-submitted',
  'escalated',
  'suspended',
  'external',
];
const unitParts = ['timeline', 'recommendations', 'inspections'];

interface Listed {
  readonly data: readonly { readonly id: string; readonly status: string }[];
}

describe('every screen', () => {
  let service: Service;
  let browser: Browser;

  beforeAll(async () => {
    [service, browser] = await Promise.all([startService(), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await service?.stop();
    await (await withPostgres()).stop();
  });

  for (const { id, name, areas } of people)
    for (const { size, look } of looks)
      describe(`for ${name} at ${size}`, () => {
        it.each([
          ['first screens', async () => areas],
          ['lists of recommendations', async () => boardTabs.map((tab) => `/viec-can-lam?loc=${tab}`)],
          ['inspections', async (client: Client) => await onePerStatus(client, 'inspections', '/kiem-tra')],
          ['recommendations', async (client: Client) => await onePerStatus(client, 'recommendations', '/kien-nghi')],
          ["units' pages", async () => unitParts.map((part) => `/don-vi/${ward}?phan=${part}`)],
        ] as const)(
          '%s are in order',
          async (what, pathsFor) => {
            const visitor = await enter(browser, service.origin, name, look);
            const faults: string[] = [];
            const paths = await pathsFor(await service.as(id));
            // The words are the same on both, and what axe looks at is the same in both languages.
            for (const language of look === phone ? languages : (['vi'] as const)) {
              await speak(visitor, language);
              for (const path of paths) {
                await open(visitor, path);
                const isWithAxe = language === 'vi' && (look === phone || what === 'first screens');
                faults.push(...(await faultsOf(visitor, `${path} in ${language}:`, look, language, isWithAxe)));
              }
            }
            expect(faults).toEqual([]);
            expect(visitor.complaints).toEqual([]);
            await visitor.close();
            // A page for each of the fifteen statuses, in two languages, each looked at by axe.
          },
          240_000,
        );
      });

  for (const { size, look } of looks)
    for (const language of languages)
      it(`begins with a sign-in that is in order at ${size} in ${language}`, async () => {
        const visitor = await visit(browser, service.origin, look);
        await speak(visitor, language);
        await visitor.page.goto(`${service.origin}/dang-nhap`);
        await visitor.page.getByRole('button', { name: 'Lê Hoàng Hải' }).waitFor();
        expect(await faultsOf(visitor, '/dang-nhap', look, language)).toEqual([]);
        expect(visitor.complaints).toEqual([]);
        await visitor.close();
      });

  for (const { size, look } of looks)
    it(`is in order part by part: the inspection's tabs and sheets at ${size}`, async () => {
      const visitor = await enter(browser, service.origin, 'Lê Hoàng Hải', look);
      const { page } = visitor;
      const faults: string[] = [];
      for (const path of await onePerStatus(await service.as('hai'), 'inspections', '/kiem-tra')) {
        await open(visitor, path);
        for (const tab of await page.getByRole('tab').all()) {
          await tab.click();
          faults.push(...(await faultsOf(visitor, `${path} ${await tab.innerText()}`, look, 'vi')));
        }
      }
      expect(faults).toEqual([]);
      expect(visitor.complaints).toEqual([]);
      await visitor.close();
    });

  for (const { size, look } of looks)
    it(`is in order for whoever keeps the service running, at ${size}`, async () => {
      const visitor = await enter(browser, service.origin, 'Quản trị hệ thống', look);
      await visitor.page.getByRole('heading', { level: 1, name: 'Hệ thống' }).waitFor();
      await visitor.page.getByText('Đang cập nhật').first().waitFor();
      for (const language of languages) {
        await speak(visitor, language);
        expect(await faultsOf(visitor, `/he-thong in ${language}:`, look, language)).toEqual([]);
      }
      expect(visitor.complaints).toEqual([]);
      await visitor.close();
    });

  it('would not pass with any of these faults', async () => {
    const visitor = await enter(browser, service.origin, 'Trần Quốc Thái', phone);
    const { page } = visitor;
    await speak(visitor, 'en');
    await open(visitor, '/tong-quan');
    expect(await faultsOf(visitor, '', phone, 'en')).toEqual([]);
    await page.evaluate(() => {
      document
        .querySelector('main')
        ?.insertAdjacentHTML(
          'beforeend',
          '<img src="/icon.svg" width="400" height="1"><p>leader.title</p><h2>Tổng quan</h2>',
        );
      document.head.append(Object.assign(document.createElement('script'), { textContent: 'void 0' }));
    });
    const faults = await faultsOf(visitor, '', phone, 'en');
    for (const fault of [/ px wide/, /shows the key leader\.title/, /is not English: Tổng quan/, /image-alt/])
      expect(faults).toContainEqual(expect.stringMatching(fault));
    expect(visitor.complaints).toContainEqual(expect.stringMatching(/Content Security Policy/));
    await visitor.close();
  });

  it('says so when there is no such thing, without a word about what there might be', async () => {
    for (const [language, title] of [
      ['vi', 'Không có trang này'],
      ['en', 'There is no such page'],
    ] as const) {
      const visitor = await enterIn(language, 'Lê Hoàng Hải', phone);
      const { page, origin } = visitor;
      await page.goto(`${origin}/khong-co`);
      await page.getByRole('heading', { level: 1, name: title }).waitFor();
      expect(await faultsOf(visitor, '/khong-co', phone, language)).toEqual([]);
      for (const path of [`/kiem-tra/${nobodys}`, `/kien-nghi/${nobodys}`, `/don-vi/${nobodys}`]) {
        await page.goto(`${origin}${path}`);
        await page
          .getByRole('status')
          .getByText(language === 'vi' ? /^Không tìm thấy/ : /[Nn]ot found$/)
          .first()
          .waitFor();
        expect(await faultsOf(visitor, path, phone, language)).toEqual([]);
        expect(await page.getByRole('button', { name: /^(Thử lại|Try again)$/ }).count()).toBe(0);
      }
      expect(visitor.complaints).toEqual([]);
      await visitor.close();
    }
  });

  it('reads a day as it is typed in Vietnam, in an English browser too', async () => {
    const visitor = await enter(browser, service.origin, 'Trần Quốc Thái', desk);
    const { page, origin } = visitor;
    await page.goto(`${origin}/kiem-tra/lenh-moi`);
    const field = page.getByLabel('Ngày ký');
    await field.fill('');
    await field.pressSequentially('05112026');
    await page.getByText('Thứ Năm, 05/11/2026').waitFor();
    expect(await field.inputValue()).toBe('05112026');
    await field.press('Tab');
    expect(await field.inputValue()).toBe('05/11/2026');
    await field.fill('31/02/2026');
    await field.press('Tab');
    await page.getByText('Chưa đọc được ngày này').waitFor();
    await visitor.close();
  });

  async function enterIn(language: Language, name: string, look: Look): Promise<Visitor> {
    const visitor = await enter(browser, service.origin, name, look);
    await speak(visitor, language);
    return visitor;
  }
});

/** By the switch in the header, which names the other language and keeps to it. */
async function speak({ page, origin }: Visitor, language: Language): Promise<void> {
  if (page.url() === 'about:blank') await page.goto(`${origin}/dang-nhap`);
  const other = page.getByRole('button', { name: language === 'vi' ? 'Tiếng Việt' : 'English' });
  if ((await other.count()) > 0) await other.click();
  await page.locator(`html[lang=${language}]`).waitFor();
}

/** One in each status, of those that this person can see. */
async function onePerStatus(client: Client, list: string, screen: string): Promise<readonly string[]> {
  const { data } = (await client.get<Listed>(`${list}?limit=200`)).body;
  expect(data.length).toBeGreaterThan(0);
  return [...new Map(data.map(({ status, id }) => [status, `${screen}/${id}`])).values()];
}

/** Until nothing says that it is loading. */
async function open({ page, origin }: Visitor, path: string): Promise<void> {
  await page.goto(`${origin}${path}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForFunction(() => document.querySelector('.loading') === null);
}

/** What is wrong with the screen as it stands. */
async function faultsOf(
  { page }: Visitor,
  where: string,
  look: Look,
  language: Language,
  isWithAxe = true,
): Promise<readonly string[]> {
  const width = await page.evaluate(() => document.scrollingElement?.scrollWidth ?? 0);
  const faults = [
    ...(width > look.width ? [`is ${width} px wide: ${(await tooWide(page, look.width)).join(', ')}`] : []),
    ...(await rawKeys(page)).map((text) => `shows the key ${text}`),
    ...(language === 'en' ? await vietnameseLeft(page) : []).map((text) => `is not English: ${text}`),
    ...(isWithAxe ? await axeViolations(page) : []).map(
      ({ id, targets }) => `${id}: ${targets.slice(0, 3).join(' | ')}`,
    ),
  ];
  return faults.map((fault) => `${where} ${fault}`);
}

async function tooWide(page: Page, width: number): Promise<readonly string[]> {
  return await page.evaluate(
    (most) =>
      [...document.querySelectorAll('body *')]
        .filter((element) => element.getBoundingClientRect().right > most + 1)
        .map((element) => `${element.tagName}.${element.className}`)
        .slice(0, 5),
    width,
  );
}

/** Texts and spoken labels that no language has. */
async function rawKeys(page: Page): Promise<readonly string[]> {
  return await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) texts.push(node.textContent ?? '');
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder]'))
      for (const name of ['aria-label', 'title', 'placeholder']) texts.push(element.getAttribute(name) ?? '');
    return texts
      .map((text) => text.trim())
      .filter(
        (text) => /^[a-z]+\.[a-zA-Z.-]+$/.test(text) || /\{\w+\}/.test(text) || /\b(undefined|null|NaN)\b/.test(text),
      );
  });
}

/** Vietnamese letters where the product speaks for itself; names and what people wrote stay as they are. */
async function vietnameseLeft(page: Page): Promise<readonly string[]> {
  const chrome =
    '.skip, .ribbon, nav, .top-tools, [role=tab], [role=tablist], th[scope=col], dt, legend:not(.judged legend), .tag, .stat, .loading, .empty, main h2, summary, .field-hint';
  return await page.evaluate((selector) => {
    const vietnamese = /[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]/i;
    return [...document.querySelectorAll(selector)]
      .filter(
        (element) => element.closest('[lang=vi]:not(html)') === null && element.querySelector('[lang=vi]') === null,
      )
      .flatMap((element) => [element.textContent ?? '', element.getAttribute('aria-label') ?? ''])
      .filter((text) => vietnamese.test(text.replaceAll(/Soát|1,5 tỷ|150\/QĐ-UBND/g, '')))
      .map((text) => text.slice(0, 80));
  }, chrome);
}
