import type { UnitBody } from '../units/unit.bodies.js';

export type InspectionBody = UnitBody;
