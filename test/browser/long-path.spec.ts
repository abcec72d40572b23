import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { withPostgres } from '../support/postgres.js';
import { type Service, startService } from '../support/service.js';
import { axeViolations, desk, enter, phone, type Visitor } from './visitor.js';

/** A file of the long path moved on by hand: the unit disputes and answers, the lead assesses, leadership signs. */
describe('a file of the long path', () => {
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

  async function fileAt(status: string): Promise<string> {
    const { body } = await (await service.as('thai')).get<{ readonly data: readonly { readonly id: string }[] }>(
      `inspections?status=${status}&limit=1`,
    );
    const id = body.data[0]?.id;
    if (!id) throw new Error(`nothing is ${status}`);
    return `/kiem-tra/${id}`;
  }

  async function leave(visitor: Visitor): Promise<void> {
    expect(await axeViolations(visitor.page)).toEqual([]);
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
  }

  it('is answered by the unit on a phone, and assessed by the lead', async () => {
    const path = await fileAt('awaiting-response');
    const unit = await enter(browser, service.origin, 'Trần Thị Mai', phone);
    await unit.page.goto(`${service.origin}${path}`);
    // What the team filled in and wrote for itself is not there.
    await unit.page.getByRole('heading', { name: 'Dự thảo lần 1' }).waitFor();
    expect(await unit.page.getByRole('tab', { name: 'Phiếu' }).count()).toBe(0);
    expect(await unit.page.getByText('Báo cáo kết quả').count()).toBe(0);
    await unit.page.getByRole('tab', { name: /Tồn tại/ }).click();
    await unit.page.getByRole('button', { name: 'Không thống nhất' }).first().click();
    await unit.page.getByRole('textbox', { name: /Lý do/ }).fill('Bảng đã đủ từ trước');
    await unit.page.getByRole('dialog').getByRole('button', { name: 'Không thống nhất' }).click();
    await unit.page.getByText('Đơn vị không thống nhất').first().waitFor();
    await unit.page.getByRole('button', { name: 'Giải trình dự thảo' }).click();
    const sheet = unit.page.getByRole('dialog');
    await sheet.getByRole('button', { name: 'Giải trình dự thảo' }).click();
    await sheet.getByText('Cần ít nhất một ý kiến').waitFor();
    await sheet.getByRole('textbox', { name: /Ý kiến chung/ }).fill('Đề nghị ghi nhận việc đã khắc phục');
    await sheet.getByRole('button', { name: 'Giải trình dự thảo' }).click();
    await unit.page.getByText('YK-01: Đề nghị ghi nhận việc đã khắc phục').waitFor();
    await leave(unit);

    const lead = await enter(browser, service.origin, 'Lê Hoàng Hải', phone);
    await lead.page.goto(`${service.origin}${path}`);
    await lead.page.getByRole('button', { name: 'Xem xét giải trình' }).click();
    await lead.page.getByRole('radio', { name: 'Chấp nhận', exact: true }).check();
    await lead.page.getByRole('textbox', { name: /Lý do đối với YK-01/ }).fill('Đã bổ sung vào dự thảo');
    await lead.page.getByRole('dialog').getByRole('button', { name: 'Xem xét giải trình' }).click();
    await lead.page.getByText('Chấp nhận: Đã bổ sung vào dự thảo').waitFor();
    await lead.page.getByRole('tab', { name: /Tồn tại/ }).click();
    await lead.page.getByRole('button', { name: 'Giữ nguyên tồn tại' }).click();
    await lead.page.getByRole('textbox', { name: /Lý do/ }).fill('Ảnh chụp sau ngày kiểm tra');
    await lead.page.getByRole('dialog').getByRole('button', { name: 'Giữ nguyên tồn tại' }).click();
    await lead.page.getByText('Giữ nguyên sau xem xét').waitFor();
    await leave(lead);
  });

  it('is signed by leadership at a desk', async () => {
    const path = await fileAt('conclusion-appraised');
    const leader = await enter(browser, service.origin, 'Trần Quốc Thái', desk);
    await leader.page.goto(`${service.origin}${path}`);
    await leader.page.getByRole('button', { name: 'Ký kết luận' }).click();
    const sheet = leader.page.getByRole('dialog');
    await sheet.getByRole('textbox', { name: /Số văn bản/ }).fill('501/KL-UBND');
    await sheet.getByRole('button', { name: 'Ký kết luận' }).click();
    await leader.page.getByRole('heading', { name: 'Kết luận 501/KL-UBND' }).waitFor();
    await leader.page.getByRole('button', { name: 'Chỉ đạo thực hiện' }).waitFor();
    await leave(leader);
  });
});
