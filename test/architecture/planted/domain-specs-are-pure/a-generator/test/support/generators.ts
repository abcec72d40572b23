export const aUnit = () => ({});
