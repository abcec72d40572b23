import { unit } from '../../libs/domain/src/unit/unit.js';

unit;
