import { InspectionsModule } from './inspections/inspections.module.js';
import { UnitsModule } from './units/units.module.js';

export const modules = [UnitsModule, InspectionsModule];
