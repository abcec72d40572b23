export class PostgresStore {}
