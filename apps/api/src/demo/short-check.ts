import { type Actor, addWorkingDays, findingsToRemedy, type LegalDate, type Uuid, vietnamCalendar } from '@soat/domain';
import { fileOf, snapshot } from './acts.js';
import { order, teamOf } from './case.js';
import { cast, headOf, officerOf } from './cast.js';
import { remedy } from './issuing.js';
import { onSite } from './on-site.js';
import { dayBefore, type Plot } from './plot.js';
import type { SeededRandom } from './random.js';
import { type Act, at, sideBySide } from './story-time.js';
import { said } from './words.js';
import type { World } from './world.js';

/** A check on the short path, from the order to its minutes, and the remedies side by side. */
export function* shortCheck(world: World, plot: Plot, today: LegalDate): Act {
  const random = world.chance(`${plot.number} ${plot.unitId} ${plot.startedOn}`);
  const { lead } = teamOf(plot);
  const orderedOn = dayBefore(plot.startedOn);
  yield at(orderedOn, 15 * 60 + random.between(0, 59));
  const id = world.newId(random);
  const isOwn = plot.subject.regime === 'self-check';
  const procedure = isOwn
    ? order(world, id, plot, { by: headOf(plot.unitId), body: snapshot(world, plot.unitId), signedOn: orderedOn })
    : order(world, id, plot, { by: cast.thu, signedOn: orderedOn });
  if (plot.ending === 'only-ordered') return;
  if (plot.ending === 'cancelled') {
    yield at(plot.startedOn, 450);
    const reason = 'Mưa lũ, Bộ phận Một cửa tạm đóng cửa theo thông báo của UBND thị xã.';
    world.askInspection(id, lead, { type: 'CancelInspection', data: { by: lead, reason } });
    return;
  }
  if (procedure.isAnnounced) {
    yield at(orderedOn, 16 * 60 + 10);
    const { name } = officerOf(plot.unitId);
    const unitRepresentative = { name, title: plot.subject.representative };
    const announced = { announcedOn: orderedOn, form: 'remote', place: null, unitRepresentative } as const;
    world.askInspection(id, lead, { type: 'AnnounceInspection', data: { by: lead, ...announced } });
  }
  const visit = {
    ...(typeof plot.ending === 'object' && { answeredMax: plot.ending.answered }),
    ...(plot.suspendedFor && { suspendedFor: plot.suspendedFor }),
    ...(plot.discardedFor && { discardedFor: plot.discardedFor }),
    isMiscounted: plot.isMiscounted ?? false,
    isPhotographed: plot.isPhotographed ?? false,
  };
  const start = { on: plot.startedOn, minute: 480 + random.between(0, 25) };
  const minute = yield* onSite(world, id, plot, { ...start, ...visit }, random);
  if (typeof plot.ending === 'object') {
    const reason = plot.ending.suspendedNowFor;
    if (!reason) return;
    yield at(plot.startedOn, minute + 8);
    world.askInspection(id, lead, { type: 'SuspendFieldwork', data: { by: lead, reason } });
    return;
  }
  yield* conclude(world, plot, id, lead, minute, today, random);
}

function* conclude(
  world: World,
  plot: Plot,
  id: Uuid,
  lead: Actor,
  minute: number,
  today: LegalDate,
  random: SeededRandom,
): Act {
  yield at(plot.startedOn, minute + 10);
  world.askInspection(id, lead, { type: 'EndFieldwork', data: { by: lead } });
  yield at(plot.startedOn, minute + 40);
  const officer = officerOf(plot.unitId);
  const minutes = {
    by: lead,
    number: `${random.between(1, 40)}/BB-ĐKT`,
    signedOn: plot.startedOn,
    leadTitle: 'Trưởng đoàn kiểm tra',
    unitRepresentative: { name: officer.name, title: plot.subject.representative },
  };
  if (plot.ending === 'refused')
    world.askInspection(id, lead, {
      type: 'RecordMinutesRefusal',
      data: {
        ...minutes,
        reason: 'Không thống nhất cách tính số hồ sơ trễ hạn.',
        witness: { name: 'Nguyễn Thị Bảy', title: 'Ủy ban Mặt trận Tổ quốc xã' },
      },
    });
  else {
    const reservation = plot.ending === 'signed-with-reservation' ? said.reservation(random) : null;
    world.askInspection(id, lead, { type: 'SignMinutes', data: { ...minutes, reservation } });
  }
  const [first] = findingsToRemedy(fileOf(world, id));
  if (plot.dispute && first) {
    yield at(addWorkingDays(plot.startedOn, 1, vietnamCalendar), 9 * 60);
    const { findingId } = first;
    const reason = 'Đơn vị đã làm đúng tại thời điểm kiểm tra, sổ theo dõi kèm theo.';
    const data = { by: officer, findingId, reason, evidence: [] };
    world.askInspection(id, officer, { type: 'DisputeFinding', data });
    yield at(addWorkingDays(plot.startedOn, 2, vietnamCalendar), 10 * 60);
    const { thai } = cast;
    if (plot.dispute === 'withdrawn')
      world.askInspection(id, thai, {
        type: 'AcceptDispute',
        data: { by: thai, findingId, reason: 'Sổ theo dõi có trước ngày kiểm tra.', amended: null },
      });
    else
      world.askInspection(id, thai, {
        type: 'RejectDispute',
        data: { by: thai, findingId, reason: 'Sổ theo dõi ghi sau ngày kiểm tra.' },
      });
  }

  const toRemedy = findingsToRemedy(fileOf(world, id));
  if (toRemedy.length === 0) {
    if (!plot.dispute) yield at(plot.startedOn, minute + 55);
    world.askInspection(id, lead, { type: 'CloseInspection', data: { by: lead } });
    return;
  }
  if (!plot.dispute) yield at(plot.startedOn, minute + 60);
  const issuer = lead.role === 'team-lead' ? lead : cast.thai;
  yield* sideBySide(toRemedy.map((finding) => remedy(world, plot, id, issuer, finding, today)));
}
