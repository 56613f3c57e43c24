/** Classes and factories that code reaches a database through, by their dotted names. */
export const databaseName =
  /^(?:sqlalchemy|sqlmodel|databases|asyncpg|psycopg)\.(?:\w+\.)*(?:Session|AsyncSession|scoped_session|async_scoped_session|sessionmaker|async_sessionmaker|Connection|AsyncConnection|Engine|AsyncEngine|create_engine|create_async_engine|Database|Pool)$/;

/** Classes of the project that are repositories, by their names. */
export const repositoryName = /(?:Repository|Repo|DAO)(?:Adapter|Impl)?$/;

/** Methods of a session or connection that only these have, or that say what it is in `db.execute`. */
export const queryMethods: ReadonlySet<string> = new Set(
  (
    "execute scalar scalars stream stream_scalars exec flush commit rollback add add_all delete merge refresh query " +
    "fetch_one fetch_all fetch_val execute_many fetch fetchrow fetchval executemany"
  ).split(" "),
);
