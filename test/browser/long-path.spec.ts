import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser.js';
import { withPostgres } from '../support/postgres.js';
import { type Service, startService } from '../support/service.js';
import { axeViolations, desk, enter, phone, photoOf, type Visitor } from './visitor.js';

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

    // What a rectification puts right must stand in the conclusion; what was typed stays with the refusal.
    await leader.page.getByRole('button', { name: 'Đính chính' }).click();
    await sheet.getByRole('textbox', { name: 'Số văn bản' }).fill('502/ĐC-UBND');
    await sheet.getByRole('textbox', { name: 'Chỗ sai' }).fill('Trang 1');
    await sheet.getByRole('textbox', { name: 'Chữ trong kết luận' }).fill('không có trong đó');
    await sheet.getByRole('textbox', { name: 'Nay đọc là' }).fill('khác');
    await sheet.getByRole('button', { name: 'Đính chính' }).click();
    await sheet.locator('.error-panel').waitFor();
    expect(await sheet.getByRole('textbox', { name: 'Nay đọc là' }).inputValue()).toBe('khác');
    expect(await axeViolations(leader.page)).toEqual([]);
    await sheet.getByRole('button', { name: 'Thôi' }).click();

    const officer = await enter(browser, service.origin, 'Lý Thị Thu Hà', phone);
    await officer.page.goto(`${service.origin}${path}`);
    await officer.page.getByRole('button', { name: 'Khai bản đã lược' }).click();
    const declared = officer.page.getByRole('dialog');
    await declared.getByRole('button', { name: 'Khai bản đã lược' }).click();
    await declared.getByText('Cần điền').waitFor();
    await declared
      .locator('input[type=file]')
      .first()
      .setInputFiles(await photoOf(officer.page, 'da-luoc'));
    await declared.getByRole('img').waitFor();
    await declared.getByRole('button', { name: 'Khai bản đã lược' }).click();
    await officer.page.getByText('Bản đã lược do Lý Thị Thu Hà chuẩn bị').waitFor();
    // Whoever redacted it does not publish it.
    expect(await officer.page.getByRole('button', { name: 'Công khai kết luận' }).count()).toBe(0);

    await leader.page.reload();
    await leader.page.getByRole('button', { name: 'Công khai kết luận' }).click();
    await sheet.getByRole('textbox', { name: /^Niêm yết tại trụ sở/ }).fill('Trụ sở UBND xã');
    for (const portal of await sheet.getByRole('textbox', { name: /^Cổng thông tin điện tử/ }).all())
      await portal.fill('https://vinhchau.example/kl-501');
    await sheet.getByRole('button', { name: 'Công khai kết luận' }).click();
    await leader.page.getByText('Niêm yết tại trụ sở: Trụ sở UBND xã · chưa có minh chứng').waitFor();
    await leader.page.getByRole('button', { name: /^Việc khác/ }).click();
    await sheet.getByRole('button', { name: 'Quyết định kiểm tra lại' }).click();
    await sheet.getByRole('heading', { name: 'Quyết định kiểm tra lại' }).waitFor();
    expect(await axeViolations(leader.page)).toEqual([]);
    await sheet.getByRole('button', { name: 'Thôi' }).click();
    // A refusal is an answer; the browser logs it all the same.
    expect(leader.complaints.filter((said) => !/status of 4(09|22)/.test(said))).toEqual([]);
    await leader.close();

    await officer.page.reload();
    await officer.page.getByRole('button', { name: 'Nộp minh chứng công khai' }).click();
    await declared.getByRole('radio', { name: 'Niêm yết tại trụ sở' }).check();
    await declared
      .locator('input[type=file]')
      .first()
      .setInputFiles(await photoOf(officer.page, 'niem-yet'));
    await declared.getByRole('img').waitFor();
    await declared.getByRole('button', { name: 'Nộp minh chứng công khai' }).click();
    await officer.page.getByText('Trụ sở UBND xã · đã có minh chứng').waitFor();
    await leave(officer);
  }, 120_000);

  it('is ordered with its regime, period and roles, and its team changed', async () => {
    const officer = await enter(browser, service.origin, 'Lý Thị Thu Hà', desk);
    const { page } = officer;
    await page.goto(`${service.origin}/kiem-tra/lenh-moi`);
    const unit = page.getByRole('group', { name: 'Đơn vị được kiểm tra' });
    await unit.getByRole('button', { name: 'UBND xã Hòa Đông' }).click();
    await page.getByLabel('Chế độ kiểm tra').selectOption({ label: 'Kiểm tra chuyên ngành' });
    await page.getByRole('radio', { name: 'Kiểm tra chuyên đề' }).check();
    await page.getByText('Kết thúc bằng kết luận').waitFor();
    await page.getByLabel('Thời kỳ kiểm tra từ').fill('01012023');
    await page.getByRole('checkbox', { name: 'Võ Thành Nam' }).check();
    await page.getByLabel('Nhiệm vụ của Võ Thành Nam').selectOption({ label: 'thư ký' });
    await page.getByLabel('Số quyết định').fill('601/QĐ-UBND');
    await page.getByLabel('Căn cứ ra quyết định').fill('Kế hoạch kiểm tra năm');
    await page.getByRole('button', { name: 'Ra lệnh kiểm tra' }).click();
    await page.getByText('Cần cả hai ngày').waitFor();
    await page.getByLabel('Thời kỳ kiểm tra đến').fill('31122023');
    await page.getByRole('button', { name: 'Ra lệnh kiểm tra' }).click();
    await page.getByRole('heading', { level: 1, name: 'UBND xã Hòa Đông' }).waitFor();
    await page.getByRole('tab', { name: 'Quyết định' }).click();
    await page.getByText('Kiểm tra chuyên ngành', { exact: true }).waitFor();
    await page.getByText('01/01/2023 – 31/12/2023').waitFor();
    await page.getByText('Võ Thành Nam, thư ký').waitFor();
    await page.getByRole('button', { name: 'Thay người: Võ Thành Nam' }).click();
    const sheet = page.getByRole('dialog');
    await sheet
      .getByRole('combobox', { name: 'Người vào đoàn' })
      .selectOption({ label: 'Thạch Thị Lan, Chuyên viên Phòng Nội vụ' });
    await sheet.getByRole('textbox', { name: 'Số văn bản' }).fill('602/QĐ-UBND');
    await sheet.getByRole('textbox', { name: 'Lý do' }).fill('Đi học');
    await sheet.getByRole('button', { name: 'Thay người' }).click();
    await page.getByText('Thạch Thị Lan, thư ký').waitFor();
    await leave(officer);
  });
});
