export const unitById = {};
