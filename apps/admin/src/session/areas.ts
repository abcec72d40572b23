import type { Role } from '@soat/domain';
import type { PlainKey } from '../i18n/use-t.js';
import type { IconName } from '../ui/icon.js';

export type Area = '/kiem-tra' | '/viec-can-lam' | '/tong-quan' | '/chuong-trinh' | '/mau-phieu' | '/he-thong';

/** Where a role begins its day. */
export const areaOf: Readonly<Record<Role, Area>> = {
  inspector: '/kiem-tra',
  'team-lead': '/kiem-tra',
  appraiser: '/kiem-tra',
  'programme-officer': '/kiem-tra',
  'unit-officer': '/viec-can-lam',
  'unit-head': '/viec-can-lam',
  leadership: '/tong-quan',
  auditor: '/tong-quan',
  observer: '/tong-quan',
  administrator: '/he-thong',
};

export interface AreaLink {
  readonly to: Area;
  readonly label: PlainKey;
  readonly icon: IconName;
  /** Where the addresses of its screens begin. */
  readonly within: readonly string[];
}

const inspections: AreaLink = {
  to: '/kiem-tra',
  label: 'nav.inspections',
  icon: 'list',
  within: ['/kiem-tra', '/lich-viec'],
};
const recommendations: AreaLink = {
  to: '/viec-can-lam',
  label: 'nav.recommendations',
  icon: 'seal',
  within: ['/viec-can-lam', '/kien-nghi/'],
};
const overview: AreaLink = {
  to: '/tong-quan',
  label: 'nav.overview',
  icon: 'chart',
  within: ['/tong-quan', '/don-vi/', '/lap-lai', '/thoi-han', '/ton-tai', '/toan-ven', '/nhat-ky'],
};
const programmes: AreaLink = {
  to: '/chuong-trinh',
  label: 'nav.programmes',
  icon: 'calendar',
  within: ['/chuong-trinh'],
};
const checklists: AreaLink = { to: '/mau-phieu', label: 'nav.checklists', icon: 'pen', within: ['/mau-phieu'] };
const system: AreaLink = { to: '/he-thong', label: 'nav.system', icon: 'info', within: ['/he-thong', '/toan-ven'] };
const unitSide: readonly AreaLink[] = [{ ...recommendations, label: 'nav.todo' }, inspections];
const everything: readonly AreaLink[] = [overview, inspections, recommendations, programmes];

/** The areas a role moves between; none for the roles that read no cases. */
export const linksOf: Readonly<Record<Role, readonly AreaLink[]>> = {
  inspector: [inspections, recommendations],
  'team-lead': [inspections, recommendations],
  appraiser: [inspections, recommendations, overview],
  'programme-officer': [inspections, recommendations, overview, programmes, checklists],
  'unit-officer': unitSide,
  'unit-head': unitSide,
  leadership: [...everything, checklists],
  auditor: [...everything, system],
  observer: [],
  administrator: [checklists, system],
};
