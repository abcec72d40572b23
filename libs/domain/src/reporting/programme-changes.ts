import type { ItemAgainstDone } from '../programme/plan-against-done.js';
import type { PlannedItem } from '../programme/programme.js';
import type { ProgrammeListRow } from '../programme/programme-list.view.js';
import { type Change, changesBetween, counted, type Line, listed, quoted, worded } from './changes.js';
import { inspectionTypeWords, itemStandingWords } from './status-words.js';
import { both } from './wording.js';

/** A programme as one reader sees it at one moment. */
export interface ProgrammeStanding extends Pick<ProgrammeListRow, 'number' | 'pilotSites' | 'amendments'> {
  readonly items: readonly ItemAgainstDone[];
}

/** Null before: it was not there yet. */
export function programmeChanges(before: ProgrammeStanding | null, after: ProgrammeStanding): readonly Change[] {
  const lines = (standing: ProgrammeStanding) => [
    ...wholeLines(standing),
    ...standing.items.flatMap((item) => itemLines(item)),
  ];
  return changesBetween(before ? lines(before) : [], lines(after));
}

function wholeLines({ number, items, pilotSites, amendments }: ProgrammeStanding): readonly Line[] {
  const sum = (count: (item: ItemAgainstDone) => number) => items.reduce((all, item) => all + count(item), 0);
  return [
    ...quoted('number', both('Kế hoạch', 'Plan'), number),
    ...counted(
      'items',
      both('Mục của kế hoạch', 'Items of the plan'),
      items.filter(({ withdrawnFor }) => withdrawnFor === null).length,
    ),
    ...counted('amendments', both('Lần điều chỉnh', 'Amendments'), amendments.length),
    ...listed(
      'pilotSites',
      both('Địa phương điểm', 'Pilot sites'),
      pilotSites.map(({ unit, place }) => `${place} (${unit.name})`),
    ),
    ...counted(
      'started',
      both('Cuộc kiểm tra đã bắt đầu', 'Inspections started'),
      sum(({ started }) => started),
    ),
    ...counted(
      'ended',
      both('Cuộc kiểm tra đã kết thúc tại chỗ', 'Inspections ended on site'),
      sum(({ ended }) => ended),
    ),
    ...counted(
      'cancelled',
      both('Cuộc kiểm tra đã hủy', 'Inspections cancelled'),
      sum(({ cancelled }) => cancelled),
    ),
  ];
}

function itemLines(item: ItemAgainstDone): readonly Line[] {
  const { itemId, code } = item.item;
  const of = (part: string) => `item.${itemId}.${part}`;
  const label = (vi: string, en: string) => both(`Mục ${code}, ${vi}`, `Item ${code}, ${en}`);
  return [
    ...plannedLines(item.item),
    ...quoted(of('withdrawnFor'), label('bỏ khỏi kế hoạch vì', 'withdrawn because'), item.withdrawnFor),
    ...worded(
      of('standing'),
      label('tình trạng', 'standing'),
      item.standing,
      item.standing ? itemStandingWords[item.standing] : both('', ''),
    ),
    ...counted(of('waiting'), label('cuộc kiểm tra chưa bắt đầu', 'inspections not started'), item.waiting),
    ...counted(of('started'), label('cuộc kiểm tra đã bắt đầu', 'inspections started'), item.started),
    ...counted(of('ended'), label('cuộc kiểm tra đã kết thúc', 'inspections ended'), item.ended),
    ...counted(of('cancelled'), label('cuộc kiểm tra đã hủy', 'inspections cancelled'), item.cancelled),
  ];
}

function plannedLines(item: PlannedItem): readonly Line[] {
  const { itemId, code, text, time, unannouncedQuota: quota } = item;
  const of = (part: string) => `item.${itemId}.${part}`;
  const label = (vi: string, en: string) => both(`Mục ${code}, ${vi}`, `Item ${code}, ${en}`);
  const names = (bodies: readonly { readonly name: string }[]) => bodies.map(({ name }) => name);
  return [
    ...quoted(`item.${itemId}`, both(`Mục ${code}`, `Item ${code}`), `${code} ${text}`),
    ...quoted(of('time'), label('thời gian', 'time'), time.text),
    ...listed(of('lead'), label('chủ trì', 'lead'), names(item.lead)),
    ...listed(of('coordinating'), label('phối hợp', 'coordinating'), names(item.coordinating)),
    ...listed(of('implementing'), label('thực hiện', 'implementing'), names(item.implementing)),
    ...worded(
      of('inspectionType'),
      label('hình thức', 'kind of check'),
      item.inspectionType,
      inspectionTypeWords[item.inspectionType],
    ),
    ...quoted(of('checklistKind'), label('phiếu kiểm tra', 'checklist'), item.checklistKind),
    ...worded(
      of('quota'),
      label('số cuộc đột xuất', 'unannounced quota'),
      quota && `${quota.count} ${quota.per}`,
      both(`${quota?.count} cuộc mỗi ${quota ? periodVi[quota.per] : ''}`, `${quota?.count} per ${quota?.per}`),
    ),
  ];
}

const periodVi = { month: 'tháng', quarter: 'quý', 'half-year': 'nửa năm', year: 'năm' } as const;
