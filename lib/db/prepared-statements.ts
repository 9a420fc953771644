import type postgres from 'postgres';

/** Longer statements are made for once, as those that insert many rows. */
const longest = 4000;
/** Most statements that are prepared, on each connection: a server keeps every one in memory. */
const most = 400;

/** Tells which statements are worth preparing: those that come again, within bounds. */
class Statements {
  private readonly met = new Set<string>();
  private readonly prepared = new Set<string>();

  isWorth(text: string): boolean {
    if (this.prepared.has(text)) return true;
    if (text.length > longest || this.prepared.size >= most) return false;
    if (!this.met.has(text)) {
      // Of lists of any length there may be any number.
      if (this.met.size >= most) this.met.clear();
      this.met.add(text);
      return false;
    }
    this.met.delete(text);
    this.prepared.add(text);
    return true;
  }
}

/**
 * Lets a driver prepare the statements that it is given as text, once they come again. One that is
 * not prepared makes two round trips, for the driver asks what its parameters are, and the server
 * plans it anew each time.
 */
export function withPreparedStatements(client: postgres.Sql): postgres.Sql {
  const statements = new Statements();
  const prepare = <S extends postgres.ISql>(sql: S): S => {
    const unsafe = sql.unsafe.bind(sql) as postgres.Sql['unsafe'];
    sql.unsafe = ((text: string, parameters?: never[], options?: postgres.UnsafeQueryOptions) =>
      unsafe(text, parameters, {
        ...options,
        // One without parameters goes out in one piece anyway, and may be several.
        prepare: options?.prepare || (Boolean(parameters?.length) && statements.isWorth(text)),
      })) as S['unsafe'];
    return sql;
  };
  const begin = client.begin.bind(client) as (...args: unknown[]) => Promise<unknown>;
  client.begin = ((...args: unknown[]) => {
    const work = args.pop() as (tx: postgres.TransactionSql) => unknown;
    return begin(...args, (tx: postgres.TransactionSql) => work(prepare(tx)));
  }) as postgres.Sql['begin'];
  return prepare(client);
}
