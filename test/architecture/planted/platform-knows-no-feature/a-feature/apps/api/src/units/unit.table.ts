export const unitTable = {};
