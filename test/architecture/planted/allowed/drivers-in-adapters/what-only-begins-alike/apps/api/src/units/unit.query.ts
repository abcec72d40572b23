import { DataSource } from 'typeorm';
import { pageOf } from './page.js';

export const query = { DataSource, pageOf };
