import type { Unit } from '../../../../libs/domain/src/unit/unit.js';

export const UnitCard = ({ name }: Unit) => <p>{name}</p>;
