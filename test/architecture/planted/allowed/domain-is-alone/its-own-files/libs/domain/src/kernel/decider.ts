export interface Decider {
  readonly initial: object;
}
