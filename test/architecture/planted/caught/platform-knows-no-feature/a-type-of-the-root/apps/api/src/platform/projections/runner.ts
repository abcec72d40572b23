import type { AppModule } from '../../app.module.js';

export type Host = AppModule;
