import { Module } from '@nestjs/common';
import { Bundles } from './bundles.js';
import { TrailController } from './trail.controller.js';
import { TrailQueries } from './trail.queries.js';

@Module({ controllers: [TrailController], providers: [TrailQueries, Bundles] })
export class TrailModule {}
