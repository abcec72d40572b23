export interface Unit {
  readonly name: string;
}
