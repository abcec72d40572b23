const vi = {
  'system.title': 'Hệ thống',
  'system.note': 'Nhật ký sự kiện và các bảng số liệu tính từ nhật ký',
  'system.events': 'Sự kiện trong nhật ký',
  'system.parked': 'Bảng đang tạm dừng',
  'system.parkedOf': 'trên {count} bảng',
  'system.parkedNote':
    'Có bảng số liệu dừng cập nhật vì gặp sự kiện không đọc được. Nhật ký vẫn ghi đủ; số liệu ở bảng đó chưa mới nhất cho đến khi được sửa và khởi động lại.',
  'system.views': 'Bảng số liệu',
  'system.view': 'Tên bảng',
  'system.state': 'Trạng thái',
  'system.state.running': 'Đang cập nhật',
  'system.state.parked': 'Tạm dừng do lỗi',
  'system.state.stopped': 'Đã dừng',
  'system.position': 'Đến sự kiện số',
  'system.lag': 'Còn chờ',
} as const;

const en: Readonly<Record<keyof typeof vi, string>> = {
  'system.title': 'System',
  'system.note': 'The log of events and the views folded from it',
  'system.events': 'Events in the log',
  'system.parked': 'Views parked',
  'system.parkedOf': 'of {count} views',
  'system.parkedNote':
    'A view has stopped at an event it cannot take. The log is complete; the figures of that view are not the newest until it is mended and the service started again.',
  'system.views': 'Views',
  'system.view': 'View',
  'system.state': 'State',
  'system.state.running': 'Up to date',
  'system.state.parked': 'Parked by an error',
  'system.state.stopped': 'Stopped',
  'system.position': 'At event',
  'system.lag': 'Waiting',
};

export const system = { vi, en };
