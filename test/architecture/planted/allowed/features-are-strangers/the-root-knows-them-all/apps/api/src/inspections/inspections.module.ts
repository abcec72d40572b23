export class InspectionsModule {}
