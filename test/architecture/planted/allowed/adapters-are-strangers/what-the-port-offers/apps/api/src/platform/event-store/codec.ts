export const codec = {};
