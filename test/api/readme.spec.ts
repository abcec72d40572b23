import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withPostgres } from '../support/postgres.js';
import { type Service, startService } from '../support/service.js';

/** The commands of the README, run as printed; only the address is that of the service under test. */
const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
const blocks = [...readme.matchAll(/```sh\n(.*?)```/gs)]
  .map(([, block = '']) => block)
  .filter((block) => /\$API|^API=/m.test(block));

let service: Service;
beforeAll(async () => {
  service = await startService();
});
afterAll(async () => {
  await service.stop();
  await (await withPostgres()).stop();
});

/** At the root of the project, as the README says, and in a process of its own, which the service under test must not be kept from answering. */
async function run(script: string): Promise<{ readonly told: string; readonly complaints: string }> {
  // In a terminal that wants colours, too: a number in colour is no length.
  const env = { ...process.env, FORCE_COLOR: '1' };
  const child = spawn('bash', ['-s'], { stdio: 'pipe', cwd: join(import.meta.dirname, '../..'), env });
  let [told, complaints] = ['', ''];
  child.stdout.on('data', (part) => {
    told += String(part);
  });
  child.stderr.on('data', (part) => {
    complaints += String(part);
  });
  child.stdin.end(script);
  await new Promise((resolve) => child.on('close', resolve));
  return { told, complaints };
}

describe('the README', () => {
  const isThere = spawnSync('curl', ['--version']).status === 0;

  it('has commands that run as printed, from the order of a check to a recommendation with its due day', async () => {
    if (!isThere) throw new Error('curl is not here: the README’s commands cannot be run');
    expect(blocks).toHaveLength(5);
    const { told, complaints } = await run(blocks.join('\n').replaceAll('http://127.0.0.1:3000', service.origin));
    // With what was told last, where anything went wrong.
    expect([complaints, complaints && told.slice(-2_000)]).toEqual(['', '']);
    const [check = '', rest = ''] = told.split('VCA-06');
    const [audit = '', later = ''] = rest.split(/^(?=test\.example\/log$)/m);
    const [proved = '', past = ''] = later.split(/^(?=\{"unitId":)/m);
    const [trail = '', ...events] = proved.split(/^(?=\d{4}-\d\d-\d\dT\S+ Lê Hoàng Hải: )/m);
    // What the first part announces: created, the same again, hidden, bad input told.
    expect(check).toMatch(/^HTTP\/1\.1 201/m);
    expect(check).toMatch(/^idempotent-replayed: true/m);
    expect(check).toContain('"status":404');
    expect(check).toContain('"pointer":"/value/numerator"');
    expect(check).toMatch(/^in-fieldwork$/m);
    // And the second: anomalies, the finding of one, the sample, the recommendation's due day.
    expect(audit).toMatch(/^VCA-08 fail thiếu 1 số biên lai \(AA\/0003\)$/m);
    expect(audit).toMatch(
      /^TT-01 critical: Tổng biên lai 1\.000\.000 đồng, .* lệch 300\.000 đồng; chưa nộp \(dòng 3 của sổ\)$/m,
    );
    expect(audit).toMatch(/[0-9a-f]{32} Dòng \d,Dòng \d/);
    expect(audit.trim()).toMatch(/\n\d{4}-\d\d-\d\d$/);
    expect(audit).not.toContain('"status":4');
    // And the third: a checkpoint, a bundle that verifies, and one letter changed.
    expect(trail).toMatch(/^ĐÚNG: \d+ sự kiện nằm trong sổ/m);
    expect(trail).toMatch(/^The log begins with the checkpoint you kept/m);
    expect(trail).toMatch(
      /^SAI: đã bị sửa đổi.*\nevent \d+ \(line 9, [^)]+\): what it says is not what was recorded\nexit 1/m,
    );
    // And the fourth: an event in words, what it changed, a file with its checkpoint, who looked.
    const history = events.join('');
    expect(history).toMatch(/^Tồn tại · TT-\d+ · hiện trạng: null → /m);
    expect(history).toMatch(/^# Mã gốc: .* \(root\)\r\n# Hết: \d+ sự kiện/m);
    expect(history).toMatch(/^yen history\nyen history\nyen event$/m);
    // And the fifth: figures of a month ago and what changed since, a check that had just begun and was not there before.
    expect(past).toMatch(/"asOf":\{"position":\d+,"on":"\d{4}-\d\d-\d\d","at":"[^"]+","basis":"recorded"\}/);
    expect(past).toMatch(/^Cuộc kiểm tra đã bắt đầu: \d+ → \d+$/m);
    expect(past).toMatch(/^0\n.*"status":404/m);
    expect(past).toMatch(/^Tồn tại TT-01: chưa có → đã ghi nhận$/m);
    expect(past.trim()).toMatch(/\nin-fieldwork$/);
  });
});
