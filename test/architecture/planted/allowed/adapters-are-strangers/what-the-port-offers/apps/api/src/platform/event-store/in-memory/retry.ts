export const retry = {};
