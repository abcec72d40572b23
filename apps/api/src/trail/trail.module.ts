import { Module } from '@nestjs/common';
import { integrityChecks } from '@soat/domain';
import { projection } from '../platform/projections/projection.js';
import { Bundles } from './bundles.js';
import { ListIntegrityChecksHandler } from './integrity-checks.query.js';
import { IntegrityChecksTable } from './integrity-checks.table.js';
import { TrailController } from './trail.controller.js';
import { TrailQueries } from './trail.queries.js';

export const trailProjections = [projection(integrityChecks, IntegrityChecksTable)];

@Module({ controllers: [TrailController], providers: [TrailQueries, Bundles, ListIntegrityChecksHandler] })
export class TrailModule {}
