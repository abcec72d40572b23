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
  readonly file: {
    readonly earlier: readonly {
      readonly recommendationId: string;
      readonly number: string;
      readonly check: object | null;
    }[];
    readonly findings: readonly { readonly recurrence: { readonly kind: string } | null }[];
  };
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

  it('lets the programme officer write a checklist, and order a check by it and by an item of the plan', async () => {
    const visitor = await enter(browser, service.origin, 'Lý Thị Thu Hà', desk);
    const { page, origin } = visitor;
    await page.getByRole('link', { name: 'Mẫu phiếu' }).click();
    await page.getByRole('button', { name: 'Soạn mẫu phiếu mới' }).click();
    await page.getByLabel('Tên mẫu phiếu').fill('Phiếu kiểm tra các khoản thu bán trú');
    await page.getByLabel('Tên loại').fill('boarding-fees-check');
    await page.getByLabel('Mã mục').fill('BT');
    await page.getByLabel('Nhóm mục').fill('A. Công khai');
    await page.getByText('Phòng Nội vụ thị xã Vĩnh Châu', { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Tạo bản soạn' }).click();
    await page.getByRole('button', { name: 'Thêm mục' }).click();
    await page.getByRole('button', { name: 'Ghi mục' }).click();
    expect(await page.getByText('Cần điền').count()).toBe(4);
    await page.getByLabel('Câu hỏi', { exact: true }).fill('Tỷ lệ khoản thu được công khai');
    await page.getByLabel('Loại kết quả').selectOption('ratio');
    await page.getByLabel('Tử số là gì').fill('đã công khai');
    await page.getByLabel('Mẫu số là gì').fill('phải công khai');
    await page.getByLabel('Kiểm tra bằng gì').fill('Bảng công khai');
    await page.getByLabel('Kiến nghị mẫu').fill('Công khai lại');
    await page.getByLabel('Xác minh đã khắc phục bằng').fill('Ảnh bảng mới');
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Ghi mục' }).click();
    await page.getByRole('heading', { name: 'BT-01. Tỷ lệ khoản thu được công khai' }).waitFor();
    await page.getByRole('button', { name: 'Ban hành ấn bản 1' }).click();
    await page.getByLabel('Căn cứ ban hành').fill('Công văn số 12/PGDĐT');
    await page.getByRole('button', { name: 'Ban hành', exact: true }).click();
    await page.getByText(/^Ấn bản 1: 1 mục/).waitFor();
    await page.goto(`${origin}/kiem-tra/lenh-moi`);
    const unit = page.getByRole('group', { name: 'Đơn vị được kiểm tra' });
    await unit.getByRole('button', { name: 'UBND xã Hòa Đông' }).click();
    await page.getByLabel('Phiếu kiểm tra').selectOption('boarding-fees-check');
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

  it('is entered by the programme officer and amended with a reason', async () => {
    const visitor = await enter(browser, service.origin, 'Lý Thị Thu Hà', phone);
    const { page, origin } = visitor;
    await page.goto(`${origin}/chuong-trinh/moi`);
    await page.getByRole('button', { name: 'Nhập chương trình' }).tap();
    await page.getByText('Cần điền').first().waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByLabel('Số văn bản').fill('77/KH-UBND');
    await page.getByLabel('Tên chương trình').fill('Kế hoạch kiểm tra thử');
    await page.getByLabel('Căn cứ').fill('Nghị quyết của Hội đồng nhân dân');
    await page.getByLabel('Số mục').fill('1.1');
    await page.getByLabel('Nội dung hoạt động').fill('Kiểm tra đột xuất một cửa');
    await page.getByLabel('Thời gian thực hiện').fill('Hằng quý');
    await page.getByText('Đã đọc được toàn bộ thời gian.').waitFor();
    await page.getByLabel('Chủ trì: cơ quan khác').fill('Phòng Nội vụ');
    await page.getByLabel('Số cuộc đột xuất').fill('2');
    await page.getByRole('button', { name: 'Nhập chương trình' }).tap();
    await page.getByRole('heading', { level: 1, name: 'Kế hoạch kiểm tra thử' }).waitFor();
    await page.getByText('2 cuộc đột xuất mỗi quý').waitFor();
    await page.getByRole('button', { name: 'Điều chỉnh: 1.1' }).tap();
    const sheet = page.getByRole('dialog');
    await sheet.getByLabel('Thời gian thực hiện').fill('Quý II, khi trời mưa');
    await sheet.getByText('Chưa đọc được').waitFor();
    await sheet.getByLabel('Lý do thay đổi').fill('Theo ý kiến của thị xã');
    expect(await axeViolations(page)).toEqual([]);
    await sheet.getByRole('button', { name: 'Điều chỉnh' }).tap();
    await page.getByText('Theo ý kiến của thị xã').waitFor();
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(phone.width);
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
    // One that was not carried out is a finding, or says why it is none.
    const lacking = body.file.earlier.filter(({ check }) => check === null).slice(0, 2);
    const photo = { sha256: 'b'.repeat(64), size: 1, mediaType: 'image/jpeg', name: 'bang.jpg', kind: 'photo' };
    for (const { recommendationId } of lacking)
      await hai.post(`inspections/${id}/earlier/${recommendationId}`, {
        outcome: 'not-carried-out',
        evidence: [photo],
      });
    await page.reload();
    await page.getByRole('button', { name: 'Ghi tồn tại' }).first().tap();
    const found = page.getByRole('dialog', { name: /^Tồn tại về kiến nghị/ });
    await found.getByLabel('Hiện trạng').fill('Bảng vẫn thiếu như lần trước');
    await found.getByRole('button', { name: 'Lưu tồn tại' }).tap();
    await page.getByText('Đã ghi tồn tại').waitFor();
    await page.getByRole('button', { name: 'Không là tồn tại' }).tap();
    const dismissal = page.getByRole('dialog', { name: /^Vì sao kiến nghị/ });
    await dismissal.getByLabel('Lý do').fill('Còn đôn đốc theo kiến nghị cũ');
    await dismissal.getByRole('button', { name: 'Không là tồn tại' }).tap();
    await page.getByText('Không là tồn tại: Còn đôn đốc theo kiến nghị cũ').waitFor();
    expect(
      (await hai.get<Shown>(`inspections/${id}`)).body.file.findings.map(({ recurrence }) => recurrence?.kind),
    ).toContain('persisting');
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(phone.width);
    expect(visitor.complaints).toEqual([]);
    await visitor.close();
  });

  it('shows the leader what was found again', async () => {
    const visitor = await enter(browser, service.origin, 'Trần Quốc Thái', phone);
    const { page } = visitor;
    // The leader's other lists, on the same visit.
    await page.getByRole('link', { name: 'Xem mọi thời hạn đang chạy' }).tap();
    await page.getByRole('heading', { level: 1, name: 'Thời hạn đang chạy' }).waitFor();
    await page.getByLabel('Tình trạng').selectOption({ label: 'Quá hạn' });
    await page.getByRole('article').filter({ hasText: 'Quá hạn' }).first().waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('link', { name: 'Quay lại' }).tap();
    await page.getByRole('link', { name: 'Xem mọi tồn tại' }).tap();
    await page.getByLabel('Lặp lại').selectOption({ label: 'kéo dài' });
    await page.getByRole('article').filter({ hasText: 'kéo dài' }).first().waitFor();
    await page.getByLabel('Tìm tồn tại').fill('khong co ton tai nao nhu the');
    await page.getByText('Không có tồn tại nào như vậy').waitFor();
    await page.getByRole('link', { name: 'Quay lại' }).tap();
    await page.getByRole('link', { name: 'Lịch việc của tôi' }).tap();
    await page.getByRole('article').first().waitFor();
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
    await page.getByRole('link', { name: 'Quay lại' }).tap();
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
