export const assertActive = () => {};
