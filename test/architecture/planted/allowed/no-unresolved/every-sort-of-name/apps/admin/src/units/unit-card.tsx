export const UnitCard = () => <p />;
