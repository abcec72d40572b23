export const fixtures = {};
