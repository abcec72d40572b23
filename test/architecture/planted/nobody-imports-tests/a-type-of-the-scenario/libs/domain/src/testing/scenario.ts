export type Scenario = object;
