export const pageOf = {};
