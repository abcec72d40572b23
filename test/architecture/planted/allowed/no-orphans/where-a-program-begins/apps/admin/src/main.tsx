export const started = <p />;
