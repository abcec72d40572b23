import type { UnitRegistered } from '@soat/domain';

export const UnitCard = ({ name }: UnitRegistered) => <p>{name}</p>;
