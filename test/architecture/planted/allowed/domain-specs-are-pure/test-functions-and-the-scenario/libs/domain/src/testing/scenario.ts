export const given = {};
