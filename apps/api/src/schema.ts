import { EarlierFindings0002 } from './inspections/earlier-findings.migration.js';
import { AuthoredChecklists0001 } from './checklists/authored-checklists.migration.js';
import { checklistProjections } from './checklists/checklists.module.js';
import { AgendaTables0001 } from './agenda/agenda-tables.migration.js';
import { agendaProjections } from './agenda/agenda.module.js';
import { EventHistory0001 } from './events/event-history.migration.js';
import { eventProjections } from './events/events.module.js';
import { InspectionTables0001 } from './inspections/inspection-tables.migration.js';
import { LongPathTables0001 } from './inspections/long-path-tables.migration.js';
import { inspectionProjections } from './inspections/inspections.module.js';
import { OrderOverlaps0001 } from './inspections/order-overlaps.migration.js';
import { SettledBefore0002 } from './inspections/settled-before.migration.js';
import { Boards0001 } from './recommendations/boards.migration.js';
import { AccessLog0001 } from './platform/access/access-log.migration.js';
import { Checkpoints0001 } from './platform/projections/checkpoints.migration.js';
import { programmeProjections } from './programmes/programmes.module.js';
import { ProgrammeTables0001 } from './programmes/programme-tables.migration.js';
import { IntegrityChecks0001 } from './trail/integrity-checks.migration.js';
import { trailProjections } from './trail/trail.module.js';
import { FindingsBoard0001 } from './units/findings-board.migration.js';
import { CaseNumber0001 } from './units/case-number.migration.js';
import {
  RecommendationTables0001,
  RecommendationTables0002,
} from './recommendations/recommendation-tables.migration.js';
import { recommendationProjections } from './recommendations/recommendations.module.js';
import { RepeatMatrix0001 } from './units/repeat-matrix.migration.js';
import { UnitTables0001, UnitTables0002 } from './units/unit-tables.migration.js';
import { UnitVersions0001 } from './units/unit-versions.migration.js';
import { InspectionVersions0001 } from './inspections/inspection-versions.migration.js';
import { RecommendationVersions0001 } from './recommendations/recommendation-versions.migration.js';
import { ProgrammeVersions0001 } from './programmes/programme-versions.migration.js';
import { unitProjections } from './units/units.module.js';

/** Every read model, whichever feature it belongs to. */
export const projections = [
  ...unitProjections,
  ...programmeProjections,
  ...checklistProjections,
  ...inspectionProjections,
  ...recommendationProjections,
  ...agendaProjections,
  ...eventProjections,
  ...trailProjections,
];

/** What the features keep in the database. */
export const schema = {
  entities: projections.flatMap(({ table, versions, parts }) =>
    [table, versions, parts?.table ?? null].filter((each) => each !== null),
  ),
  migrations: [
    Checkpoints0001,
    UnitTables0001,
    InspectionTables0001,
    RecommendationTables0001,
    ProgrammeTables0001,
    CaseNumber0001,
    UnitTables0002,
    RecommendationTables0002,
    LongPathTables0001,
    SettledBefore0002,
    RepeatMatrix0001,
    EarlierFindings0002,
    AuthoredChecklists0001,
    AgendaTables0001,
    Boards0001,
    FindingsBoard0001,
    OrderOverlaps0001,
    EventHistory0001,
    UnitVersions0001,
    InspectionVersions0001,
    RecommendationVersions0001,
    ProgrammeVersions0001,
    AccessLog0001,
    IntegrityChecks0001,
  ],
};
