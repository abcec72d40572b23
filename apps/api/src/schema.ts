import { InspectionTables0001 } from './inspections/inspection-tables.migration.js';
import { inspectionProjections } from './inspections/inspections.module.js';
import { Checkpoints0001 } from './platform/projections/checkpoints.migration.js';
import {
  RecommendationTables0001,
  RecommendationTables0002,
} from './recommendations/recommendation-tables.migration.js';
import { recommendationProjections } from './recommendations/recommendations.module.js';
import { CaseNumber0001 } from './units/case-number.migration.js';
import { UnitTables0001, UnitTables0002 } from './units/unit-tables.migration.js';
import { unitProjections } from './units/units.module.js';

/** Every read model, whichever feature it belongs to. */
export const projections = [...unitProjections, ...inspectionProjections, ...recommendationProjections];

/** What the features keep in the database. */
export const schema = {
  entities: projections.map(({ table }) => table),
  migrations: [
    Checkpoints0001,
    UnitTables0001,
    InspectionTables0001,
    RecommendationTables0001,
    CaseNumber0001,
    UnitTables0002,
    RecommendationTables0002,
  ],
};
