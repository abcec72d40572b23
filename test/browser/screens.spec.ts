import { readFile } from 'node:fs/promises';
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
      '/chuong-trinh/moi',
      '/lap-lai',
      '/lap-lai?tat-ca=1',
      plan,
      '/mau-phieu',
      '/mau-phieu/one-stop-spot-check',
      '/nhat-ky',
      '/toan-ven',
      '/tong-quan?asOf=400',
      `/don-vi/${ward}?asOf=400`,
    ],
  },
] as const;
const looks = [phone, desk] as const;
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
const unitParts = ['timeline', 'recommendations', 'inspections', 'integrity'];

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

  // Both sizes at once: a page in the browser and a core for each.
  for (const { id, name, areas } of people)
    describe(`for ${name}`, () => {
      let visitors: readonly (readonly [Look, Visitor])[] = [];
      beforeAll(async () => {
        visitors = await Promise.all(
          looks.map(async (look) => [look, await enter(browser, service.origin, name, look)] as const),
        );
      });
      afterAll(async () => {
        await Promise.all(visitors.map(([, visitor]) => visitor.close()));
      });

      it.each([
        ['first screens', async () => areas],
        ['lists of recommendations', async () => boardTabs.map((tab) => `/viec-can-lam?loc=${tab}`)],
        ['inspections', async (client: Client) => await onePerStatus(client, 'inspections', '/kiem-tra')],
        ['recommendations', async (client: Client) => await onePerStatus(client, 'recommendations', '/kien-nghi')],
        ["units' pages", async () => unitParts.map((part) => `/don-vi/${ward}?phan=${part}`)],
      ] as const)(
        '%s are in order on a phone and at a desk',
        async (what, pathsFor) => {
          const paths = await pathsFor(await service.as(id));
          const faults = await Promise.all(
            visitors.map(async ([look, visitor]) => {
              const found: string[] = [];
              // The words are the same on both, and what axe looks at is the same in both languages.
              for (const language of look === phone ? languages : (['vi'] as const)) {
                await speak(visitor, language);
                for (const [index, path] of paths.entries()) {
                  // Every address is opened once; after that the lists are gone through as people do, tab by tab.
                  const isByTab = what === 'lists of recommendations' && index > 0 && isOpenedElsewhere(look, language);
                  await (isByTab ? openTab(visitor, path, index) : open(visitor, path));
                  const isWithAxe = language === 'vi' && (look === phone || what === 'first screens');
                  found.push(...(await faultsOf(visitor, `${path} in ${language}:`, look, language, isWithAxe)));
                }
              }
              return found;
            }),
          );
          expect(faults.flat()).toEqual([]);
          expect(visitors.flatMap(([, visitor]) => visitor.complaints)).toEqual([]);
          // A page for each of the fifteen statuses, in two languages, each looked at by axe.
        },
        240_000,
      );
    });

  it('begins with a sign-in that is in order in both sizes and languages', async () => {
    await inBothSizes(
      (look) => visit(browser, service.origin, look),
      async (visitor, look) => {
        for (const language of languages) {
          await speak(visitor, language);
          await visitor.page.goto(`${service.origin}/dang-nhap`);
          await visitor.page.getByRole('button', { name: 'Lê Hoàng Hải' }).waitFor();
          expect(await faultsOf(visitor, '/dang-nhap', look, language)).toEqual([]);
        }
      },
    );
  });

  it("is in order part by part: the inspection's tabs and sheets in both sizes", async () => {
    const paths = await onePerStatus(await service.as('hai'), 'inspections', '/kiem-tra');
    await inBothSizes(
      (look) => enter(browser, service.origin, 'Lê Hoàng Hải', look),
      async (visitor, look) => {
        const { page } = visitor;
        const faults: string[] = [];
        for (const path of paths) {
          await open(visitor, path);
          for (const tab of await page.getByRole('tab').all()) {
            await tab.click();
            faults.push(...(await faultsOf(visitor, `${path} ${await tab.innerText()}`, look, 'vi')));
          }
        }
        expect(faults).toEqual([]);
      },
    );
  }, 120_000);

  it('is in order for whoever keeps the service running, in both sizes', async () => {
    await inBothSizes(
      (look) => enter(browser, service.origin, 'Quản trị hệ thống', look),
      async (visitor, look) => {
        await visitor.page.getByRole('heading', { level: 1, name: 'Hệ thống' }).waitFor();
        await visitor.page.getByText('Đang cập nhật').first().waitFor();
        for (const language of languages) {
          await speak(visitor, language);
          expect(await faultsOf(visitor, `/he-thong in ${language}:`, look, language)).toEqual([]);
        }
      },
    );
  });

  it('shows any past moment, read only, and goes through it event by event by keyboard', async () => {
    const client = await service.as('thai');
    const [asked] = (await client.get<Listed>('recommendations?show=extension-asked&limit=1')).body.data;
    const { position: head } = (await client.get<{ data: readonly { position: number }[] }>('events?limit=1')).body
      .data[0] ?? {
      position: 0,
    };
    const visitor = await enter(browser, service.origin, 'Trần Quốc Thái', desk);
    const { page } = visitor;
    const shownAsOf = () => new URL(page.url()).searchParams.get('asOf');

    // A command of today is none in the past: neither with its file nor with its list.
    await open(visitor, `/kien-nghi/${asked?.id}`);
    const decide = page.getByRole('button', { name: 'Đồng ý gia hạn' });
    await decide.first().waitFor();
    await open(visitor, `/kien-nghi/${asked?.id}?asOf=${head}`);
    await page.getByText('ĐANG XEM QUÁ KHỨ: chỉ đọc').waitFor();
    expect(await decide.count()).toBe(0);

    // Kept from screen to screen, by the links' own addresses as well, until one goes back to now.
    await page.getByRole('link', { name: 'Tổng quan' }).click();
    await page.getByText(`đến sự kiện ${head.toLocaleString('vi-VN')} của nhật ký`).waitFor();
    expect(await page.getByRole('link', { name: 'Kiểm tra', exact: true }).getAttribute('href')).toBe(
      `/kiem-tra?asOf=${head}`,
    );
    await page.getByRole('link', { name: 'UBND phường 1' }).first().click();
    const slider = page.getByRole('slider', { name: 'Sự kiện của đơn vị' });
    const reads = (text: RegExp) =>
      page.waitForFunction(
        (wanted) => new RegExp(wanted).test(document.querySelector('[type=range]')?.ariaValueText ?? ''),
        text.source,
      );
    await slider.focus();
    await slider.press('Home');
    await reads(/^Sự kiện 1 trên [\d.]+, \d\d:\d\d \d\d\/\d\d\/\d{4}$/);
    await page.waitForURL((address) => Number(address.searchParams.get('asOf')) < head);
    const first = Number(shownAsOf());
    await slider.press('ArrowRight');
    await reads(/^Sự kiện 2 trên/);
    await page.waitForURL((address) => Number(address.searchParams.get('asOf')) > first);
    // The figures are of that moment, and nothing of the unit had been inspected yet.
    await page.getByText('Chưa kiểm tra').first().waitFor();
    await slider.press('End');
    await page.waitForURL((address) => !address.searchParams.has('asOf'));
    await page.getByText('ĐANG XEM QUÁ KHỨ').waitFor({ state: 'detached' });
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
  }, 60_000);

  it('finds what was recorded, tells all of one event, and has it checked in the browser', async () => {
    const visitor = await enter(browser, service.origin, 'Trần Quốc Thái', desk);
    const { page } = visitor;
    await open(visitor, '/nhat-ky');
    await page.getByLabel('Tìm theo lời').fill('khac phuc tai cho');
    await page.waitForURL(/loi=khac\+phuc\+tai\+cho/);
    await page.getByLabel('Loại việc').selectOption({ label: 'Khắc phục tại chỗ' });
    const found = page.getByRole('link', { name: /^Khắc phục tại chỗ/ }).first();
    await page.waitForURL(/loai=FindingCorrectedOnSite/);
    await found.waitFor();
    const [exported] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Tải NDJSON' }).click(),
    ]);
    expect(exported.suggestedFilename()).toMatch(/\.ndjson$/);
    const lines = (await readFile(await exported.path(), 'utf8')).trim().split('\n');
    expect(lines.filter((line) => /Khắc phục tại chỗ/.test(line)).length).toBeGreaterThan(0);
    await found.click();
    await page.getByRole('heading', { level: 1, name: /^Khắc phục tại chỗ/ }).waitFor();
    await page.getByRole('heading', { name: 'Trước và sau' }).waitFor();
    expect(await faultsOf(visitor, '/nhat-ky/:id', desk, 'vi')).toEqual([]);
    const [proof] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /tlog-proof/ }).click(),
    ]);
    expect(await readFile(await proof.path(), 'utf8')).toMatch(/^c2sp\.org\/tlog-proof@v1\n/);

    // The unit's bundle as it is; then with one letter of one event changed on its way.
    await open(visitor, `/don-vi/${ward}?phan=integrity`);
    const check = page.getByRole('button', { name: /^Kiểm tra trên máy này/ });
    await check.click();
    await page.getByText('KHỚP: không có gì bị sửa, xóa hay chèn', { exact: true }).waitFor();
    await page.route('**/trail/bundles/units/*', async (route) => {
      const response = await route.fetch();
      const altered = (await response.text()).split('\n');
      altered[5] = altered[5]?.replace(/(payload":"\{\\".)./, '$1X') ?? '';
      await route.fulfill({ response, body: altered.join('\n') });
    });
    await check.click();
    await page.getByText('KHÔNG KHỚP: có chỗ đã bị sửa').waitFor();
    await page
      .locator('.verdict')
      .getByText(/^sự kiện \d+ \(dòng 6 /)
      .waitFor();
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
  }, 60_000);

  it('prints with the newest checkpoint below, and without what only a screen can do', async () => {
    const visitor = await enter(browser, service.origin, 'Trần Quốc Thái', desk);
    const { page } = visitor;
    await open(visitor, '/tong-quan?asOf=400');
    await page.locator('.print-foot[data-ready] img').waitFor({ state: 'attached' });
    expect(await page.locator('.print-foot').isVisible()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    const foot = page.locator('.print-foot');
    expect(await foot.isVisible()).toBe(true);
    const words = await foot.innerText();
    for (const part of ['test.example/log', 'Số liệu chốt đến sự kiện 400', 'In lúc', 'Người in: Trần Quốc Thái'])
      expect(words).toContain(part);
    expect(await foot.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);
    expect(await page.locator('header.top, .area-nav').filter({ visible: true }).count()).toBe(0);
    // A sheet is narrower than a desk: what is printed stays a table, and the foot stays below it.
    await page.setViewportSize({ width: 700, height: 990 });
    await page.getByRole('columnheader', { name: /^Quá hạn/ }).waitFor();
    expect(await foot.isVisible()).toBe(true);
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
    await Promise.all(
      (
        [
          ['vi', 'Không có trang này'],
          ['en', 'There is no such page'],
        ] as const
      ).map(async ([language, title]) => {
        const visitor = await enterIn(language, 'Lê Hoàng Hải', phone);
        const { page, origin } = visitor;
        await page.goto(`${origin}/khong-co`);
        await page.getByRole('heading', { level: 1, name: title }).waitFor();
        expect(await faultsOf(visitor, '/khong-co', phone, language)).toEqual([]);
        for (const path of [`/kiem-tra/${nobodys}`, `/kien-nghi/${nobodys}`, `/don-vi/${nobodys}`]) {
          await open(visitor, path);
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
      }),
    );
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

  async function inBothSizes(
    begin: (look: Look) => Promise<Visitor>,
    look: (visitor: Visitor, look: Look) => Promise<void>,
  ): Promise<void> {
    await Promise.all(
      looks.map(async (size) => {
        const visitor = await begin(size);
        await look(visitor, size);
        expect(visitor.complaints).toEqual([]);
        await visitor.close();
      }),
    );
  }

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

/**
 * Until there is a heading and nothing says that it is loading. Looked at with every frame: a locator that found nothing for
 * 270 ms looks again only after another 500.
 */
async function open({ page, origin }: Visitor, path: string): Promise<void> {
  await page.goto(`${origin}${path}`, { waitUntil: 'commit' });
  await page.waitForFunction(
    () => document.querySelector('h1')?.checkVisibility() === true && document.querySelector('.loading') === null,
  );
}

/** Whether another visit opens the same addresses: the phone in Vietnamese does. */
function isOpenedElsewhere(look: Look, language: Language): boolean {
  return look !== phone || language !== 'vi';
}

/** The tab at a place, by its button, which leads to the path as well. */
async function openTab({ page }: Visitor, path: string, index: number): Promise<void> {
  await page.getByRole('tab').nth(index).click();
  await page.waitForFunction(
    ([at, to]) =>
      document.querySelectorAll('[role=tab]')[at]?.getAttribute('aria-selected') === 'true' &&
      `${location.pathname}${location.search}` === to &&
      document.querySelector('.loading') === null,
    [index, path] as const,
  );
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
