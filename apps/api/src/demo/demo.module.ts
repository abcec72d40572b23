import { Module } from '@nestjs/common';
import { DemoController } from './demo.controller.js';

/** Wired in the demo only; DemoTokens and the directory come from the root. */
@Module({ controllers: [DemoController] })
export class DemoModule {}
