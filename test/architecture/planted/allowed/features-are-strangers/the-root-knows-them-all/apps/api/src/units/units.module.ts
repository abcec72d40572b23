export class UnitsModule {}
