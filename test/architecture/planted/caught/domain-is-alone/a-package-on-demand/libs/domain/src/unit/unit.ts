export const newUnit = async () => (await import('uuid')).v7();
