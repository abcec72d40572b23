import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { v7 as uuidv7 } from 'uuid';
import { launchBrowser } from '../support/browser.js';
import { withPostgres } from '../support/postgres.js';
import { type Service, startService } from '../support/service.js';
import { axeViolations, desk, enter, phone } from './visitor.js';

const ward = '01880000-0000-7000-8000-000000031783';
const homeAffairs = '01880000-0000-7000-8000-000000000951';

interface Shown {
  readonly file: { readonly earlier: readonly { readonly number: string; readonly check: object | null }[] };
}

describe('programmes and follow-up, as their people see them', () => {
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

  it('shows the leader the plan against what was done, down to the inspection', async () => {
    const visitor = await enter(browser, service.origin, 'Trần Quốc Thái', desk);
    const { page } = visitor;
    await page.getByRole('link', { name: 'Chương trình' }).click();
    await page.getByRole('link', { name: /năm 2023: hoạt động kiểm tra/ }).click();
    await page.getByRole('heading', { level: 1, name: /năm 2023/ }).waitFor();
    const counters = page.getByRole('article').filter({ hasText: '6.2 · Kiểm tra đột xuất' });
    expect(await counters.innerText()).toContain('01/01–31/03: 0/1 thiếu');
    expect(await counters.innerText()).toMatch(/01\/04–30\/06: \d+\/1 đủ/);
    await counters.getByText(/^Các cuộc kiểm tra \(\d+\)$/).click();
    await counters.getByRole('link', { name: 'UBND phường 1' }).first().click();
    await page.getByRole('heading', { level: 1, name: 'UBND phường 1' }).waitFor();
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
  });

  it('lets the programme officer order a check by an item', async () => {
    const visitor = await enter(browser, service.origin, 'Lý Thị Thu Hà', desk);
    const { page, origin } = visitor;
    await page.goto(`${origin}/kiem-tra/lenh-moi`);
    const unit = page.getByRole('group', { name: 'Đơn vị được kiểm tra' });
    await unit.getByRole('button', { name: 'UBND xã Hòa Đông' }).click();
    await page.getByLabel('Số quyết định').fill('171/QĐ-UBND');
    await page.getByLabel('Căn cứ ra quyết định').fill('Chương trình kiểm tra năm');
    const chooser = page.getByLabel('Theo mục của chương trình');
    const line = await chooser.locator('option').nth(1).innerText();
    expect(line).toContain('6.2: Tăng cường công tác thanh tra');
    await chooser.selectOption({ label: line });
    expect(await page.getByText('Mục trong kế hoạch').count()).toBe(0);
    await page.getByRole('button', { name: 'Ra lệnh kiểm tra' }).click();
    await page.getByRole('heading', { level: 1, name: 'UBND xã Hòa Đông' }).waitFor();
    await page.getByRole('link', { name: 'Chương trình' }).click();
    await page.getByRole('link', { name: new RegExp(`năm ${new Date().getFullYear()}: hoạt động kiểm tra`) }).click();
    await page.getByRole('heading', { level: 1, name: /hoạt động kiểm tra/ }).waitFor();
    const counters = page.getByRole('article').filter({ hasText: '6.2 · Kiểm tra đột xuất' });
    await counters.getByText(/^Các cuộc kiểm tra/).click();
    await counters.getByText('171/QĐ-UBND').waitFor();
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
  });

  it('has a team go back to what the unit was told before', async () => {
    const id = uuidv7();
    const [thu, hai] = await Promise.all([service.as('thu'), service.as('hai')]);
    await thu.post('inspections', {
      id,
      number: '172/QĐ-UBND',
      signedOn: '2026-11-20',
      basis: 'Kế hoạch kiểm tra',
      unitId: ward,
      orderedByUnitId: homeAffairs,
      checklistKind: 'one-stop-spot-check',
      team: [{ personId: 'hai', role: 'lead' }],
    });
    expect((await hai.post(`inspections/${id}/start`, {}, { length: 1 })).status).toBe(200);
    const visitor = await enter(browser, service.origin, 'Lê Hoàng Hải', phone);
    const { page, origin } = visitor;
    await page.goto(`${origin}/kiem-tra/${id}`);
    await page.getByRole('heading', { name: /Kiến nghị lần trước cần xem lại/ }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Xem lại' }).first().tap();
    const sheet = page.getByRole('dialog');
    await sheet.getByRole('button', { name: 'Lưu' }).tap();
    await sheet.getByText('Chọn một kết quả').waitFor();
    await sheet.getByRole('radio', { name: 'Đã thực hiện', exact: true }).tap();
    await sheet.getByLabel('Ghi chú').fill('Bảng đã treo ở cửa chính');
    expect(await axeViolations(page)).toEqual([]);
    await sheet.getByRole('button', { name: 'Lưu' }).tap();
    await page.getByText('Đã ghi kết quả xem lại').waitFor();
    await page.getByText('Bảng đã treo ở cửa chính').waitFor();
    const { body } = await hai.get<Shown>(`inspections/${id}`);
    expect(body.file.earlier.filter(({ check }) => check !== null)).toHaveLength(1);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(phone.width);
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
  });

  it('shows the leader what was found again', async () => {
    const visitor = await enter(browser, service.origin, 'Trần Quốc Thái', phone);
    const { page } = visitor;
    await page.getByRole('link', { name: 'Xem tồn tại lặp lại, kéo dài' }).tap();
    await page.getByRole('heading', { level: 1, name: 'Tồn tại lặp lại' }).waitFor();
    const seaside = page.getByRole('article').filter({ hasText: 'UBND xã Vĩnh Hải' });
    expect(await seaside.innerText()).toContain('kéo dài');
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(phone.width);
    await page.getByLabel('Hiện cả mục chỉ có một lần').check();
    await page.getByRole('heading', { name: 'UBND phường Khánh Hòa' }).waitFor();
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
  });
});
