import type { UnitRegistered } from '@soat/domain';

export const none: UnitRegistered[] = [];
