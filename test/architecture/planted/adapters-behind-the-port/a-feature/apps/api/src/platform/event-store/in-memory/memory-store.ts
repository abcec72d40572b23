export class MemoryStore {}
