import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { addWorkingDays, legalDayOf, vietnamCalendar } from '@soat/domain';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { withPostgres } from '../support/postgres.js';
import { type Service, startService } from '../support/service.js';
import { axeViolations, desk, enter, phone, photoOf, type Visitor } from './visitor.js';

/** What beside the plain way a unit and its superiors do on their screens: extensions, money, plans, the reminder log. */
let service: Service;
let browser: Browser;
let visitors: Visitor[] = [];
const today = legalDayOf(new Date().toISOString());
const written = (on: string) => `${on.slice(8, 10)}/${on.slice(5, 7)}/${on.slice(0, 4)}`;

beforeAll(async () => {
  service = await startService();
  browser = await launchBrowser();
});
afterEach(async () => {
  // A refusal is an answer; the browser logs it all the same.
  const complaints = visitors.flatMap((visitor) => visitor.complaints).filter((said) => !/status of 422/.test(said));
  await Promise.all(visitors.map((visitor) => visitor.close()));
  visitors = [];
  expect(complaints).toEqual([]);
});
afterAll(async () => {
  await browser.close();
  await service.stop();
  await (await withPostgres()).stop();
});

async function as(name: string, look = phone): Promise<Page> {
  const visitor = await enter(browser, service.origin, name, look);
  visitors.push(visitor);
  return visitor.page;
}

async function fits(page: Page): Promise<void> {
  const { scrolled, wide } = await page.evaluate(() => ({
    scrolled: document.documentElement.scrollWidth,
    wide: document.documentElement.clientWidth,
  }));
  expect(scrolled).toBeLessThanOrEqual(wide);
  expect(await axeViolations(page)).toEqual([]);
}

/** Of the unit's open recommendations the one of the external body, which has money and time left. */
async function externalOfMai(): Promise<{ readonly id: string; readonly dueOn: string }> {
  const mai = await service.as('mai');
  const { body } = await mai.get<{ readonly data: readonly { readonly id: string; readonly dueOn: string }[] }>(
    'recommendations?show=external',
  );
  const [row] = body.data;
  if (!row) throw new Error('the demo has no external recommendation');
  return row;
}

describe('an extension on the screens', () => {
  it('is asked for by the unit on a phone, decided by the leader at a desk, and both dates stay', async () => {
    const { id, dueOn } = await externalOfMai();
    const later = addWorkingDays(dueOn, 5, vietnamCalendar);
    const mai = await as('Trần Thị Mai');
    await mai.goto(`${service.origin}/kien-nghi/${id}`);
    await mai.getByText('Kiến nghị của Thanh tra thành phố Cần Thơ').waitFor();
    await fits(mai);
    await mai.getByRole('button', { name: 'Xin gia hạn' }).click();
    const sheet = mai.getByRole('dialog');
    // Too early a day is refused, with what was typed kept.
    await sheet.getByLabel('Xin đến ngày').fill(written(today));
    await sheet.getByLabel('Lý do xin gia hạn').fill('Chờ kho bạc đối chiếu');
    await sheet.getByRole('button', { name: 'Xin gia hạn' }).click();
    await sheet.getByText('Ngày gia hạn phải sau hạn đang có hiệu lực').first().waitFor();
    await sheet.getByLabel('Xin đến ngày').fill(written(later));
    await sheet.getByRole('button', { name: 'Xin gia hạn' }).click();
    await sheet.waitFor({ state: 'detached' });
    await mai.getByText('Chờ quyết định').waitFor();

    const thai = await as('Trần Quốc Thái', desk);
    await thai.goto(`${service.origin}/viec-can-lam?loc=extension-asked`);
    await thai
      .getByText(`Xin gia hạn đến ${written(later)}`)
      .first()
      .waitFor();
    await fits(thai);
    await thai.goto(`${service.origin}/kien-nghi/${id}`);
    await thai.getByRole('button', { name: 'Đồng ý gia hạn' }).click();
    const deciding = thai.getByRole('dialog');
    await deciding.getByLabel('Ý kiến của người quyết định').fill('Đồng ý, gia hạn một lần');
    await deciding.getByRole('button', { name: 'Đồng ý gia hạn' }).click();
    await deciding.waitFor({ state: 'detached' });
    await thai.getByText(`Được đến ${written(later)}`).waitFor();
    await fits(thai);

    await mai.reload();
    await mai.getByText(written(dueOn)).first().waitFor();
    await mai.getByText(`Được đến ${written(later)}`).waitFor();
  });

  it('tells the appraiser why the decision is not theirs', async () => {
    const appraiser = await service.as('binh');
    const { body } = await appraiser.get<{ readonly data: readonly { readonly id: string }[] }>(
      'recommendations?show=extension-asked',
    );
    const binh = await as('Mai Thanh Bình', desk);
    await binh.goto(`${service.origin}/kien-nghi/${body.data[0]?.id}`);
    await binh.getByText('Gia hạn').first().waitFor();
    expect(await binh.getByRole('button', { name: 'Đồng ý gia hạn' }).count()).toBe(0);
  });
});

describe('money on the screens', () => {
  it('is recorded by the unit, to the đồng', async () => {
    const { id } = await externalOfMai();
    const mai = await as('Trần Thị Mai');
    await mai.goto(`${service.origin}/kien-nghi/${id}`);
    await mai.getByRole('button', { name: 'Ghi khoản đã nộp' }).click();
    const sheet = mai.getByRole('dialog');
    await sheet.getByLabel('Số tiền đã nộp').fill('2500000');
    await sheet.getByLabel('Ngày nộp').fill(written(today));
    await sheet.getByLabel(/Số chứng từ/).fill('GNT 4711');
    await sheet.getByRole('button', { name: 'Ghi khoản đã nộp' }).click();
    await sheet.waitFor({ state: 'detached' });
    await mai
      .getByRole('listitem')
      .getByText(/2\.500\.000.*ngày.*GNT 4711/)
      .waitFor();
    expect(await mai.getByRole('button', { name: 'Ghi khoản đã nộp' }).count()).toBe(0);
    await fits(mai);
  });
});

describe('the leader’s screens', () => {
  it('show money, what awaits a decision and what was escalated, with the lists behind', async () => {
    const thai = await as('Trần Quốc Thái', desk);
    await thai.getByText('Thu hồi tiền').first().waitFor();
    await thai.getByRole('link', { name: 'Đã báo cáo cấp trên' }).click();
    await thai.getByText('Đã báo cáo lãnh đạo cấp trên').first().waitFor();
    await fits(thai);
    await thai.locator('.card-link a').first().click();
    await thai.getByText('Nhật ký đôn đốc').waitFor();
    await thai
      .getByText(/Nhắc T\+1 tới/)
      .first()
      .waitFor();
    await thai
      .getByText(/Báo cáo lên/)
      .first()
      .waitFor();
    await fits(thai);
  });

  it('suspend and resume a recommendation', async () => {
    const leader = await service.as('thai');
    const { body } = await leader.get<{ readonly data: readonly { readonly id: string }[] }>(
      'recommendations?show=suspended',
    );
    const thai = await as('Trần Quốc Thái');
    await thai.goto(`${service.origin}/kien-nghi/${body.data[0]?.id}`);
    await thai.getByText(/Thời hạn không tính trong thời gian này/).waitFor();
    await fits(thai);
    await thai.getByRole('button', { name: 'Tiếp tục thực hiện' }).click();
    const sheet = thai.getByRole('dialog');
    await sheet.getByLabel(/Kết quả kiểm tra lại/).fill('Giữ nguyên kết luận');
    await sheet.getByRole('button', { name: 'Tiếp tục thực hiện' }).click();
    await sheet.waitFor({ state: 'detached' });
    await thai.getByRole('button', { name: 'Tạm dừng kiến nghị' }).waitFor();
  });
});

describe('entering an external recommendation', () => {
  it('takes its document and its date', async () => {
    const thu = await as('Lý Thị Thu Hà', desk);
    await thu.goto(`${service.origin}/viec-can-lam`);
    await thu.getByRole('button', { name: 'Nhập kiến nghị từ bên ngoài' }).click();
    const sheet = thu.getByRole('dialog');
    await sheet.getByRole('button', { name: 'Nhập kiến nghị', exact: true }).click();
    await sheet.getByText('Cần điền mục này').first().waitFor();
    await sheet.getByLabel('Tên cơ quan').fill('Kiểm toán nhà nước khu vực IX');
    await sheet.getByLabel('Tên văn bản').fill('Báo cáo kiểm toán năm 2025');
    await sheet.getByLabel('Số văn bản').fill('77/BC-KTNN');
    await sheet.getByLabel('Ngày ký').fill('02/11/2026');
    await sheet
      .locator('input[type=file]')
      .first()
      .setInputFiles(await photoOf(thu, 'van-ban'));
    await sheet.getByLabel('Số kiến nghị theo văn bản').fill('KTNN-77');
    await sheet.getByLabel('Nội dung phải thực hiện').fill('Nộp trả ngân sách');
    await sheet.getByLabel('Số tiền phải thu hồi').fill('1,5 triệu');
    await sheet.getByLabel(/Minh chứng phải cho thấy/).fill('Giấy nộp tiền');
    await sheet.getByLabel('Hạn theo văn bản').fill(written(addWorkingDays(today, 20, vietnamCalendar)));
    for (const [legend, name] of [
      ['Đơn vị được kiến nghị', 'UBND phường 2'],
      ['Cơ quan chủ trì theo dõi', 'Phòng Tài chính'],
    ] as const) {
      const group = sheet.getByRole('group', { name: legend });
      await group.getByRole('textbox').fill(name);
      await group
        .getByRole('button', { name: new RegExp(name) })
        .first()
        .click();
    }
    await sheet.getByRole('button', { name: 'Nhập kiến nghị', exact: true }).click();
    await sheet.waitFor({ state: 'detached' });
    await thu.goto(`${service.origin}/viec-can-lam?loc=external`);
    await thu.getByText('Nộp trả ngân sách', { exact: true }).first().waitFor();
    await fits(thu);
  });
});
