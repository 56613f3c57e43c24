import { expect, it } from "vitest";
import { codeBaseOf } from "../../testing/testCodeBase";
import { migrationIndexes } from "./migrationIndexes";

it("finds the columns that a migration indexes first, however it says so", async () => {
  const migration = `
    import sqlalchemy as sa
    from alembic import op
    revision = "1"
    down_revision = None
    prefix = op.get_context().opts["prefix"]
    def upgrade():
        op.create_index(op.f("ix_a"), "users", ["email", "name"], unique=True)
        op.create_unique_constraint("uq", "users", columns=["slug"])
        with op.batch_alter_table("orders") as batch_op:
            batch_op.create_index("ix_b", ["number"])
        op.create_table(
            "books",
            sa.Column("id", sa.Integer, primary_key=True),
            sa.Column("isbn", sa.String, unique=True),
            sa.Column("title", sa.String),
            sa.UniqueConstraint("author", "title"),
        )
        op.execute("CREATE UNIQUE INDEX CONCURRENTLY ix ON public.loans USING btree (lower(code))")
        op.create_index("ix_c", f"{prefix}logs", ["at"])
    `;
  const code = await codeBaseOf({ "alembic/versions/1.py": migration });
  expect([...migrationIndexes(code)].sort()).toEqual([
    "*.at",
    "*.number",
    "books.author",
    "books.id",
    "books.isbn",
    "loans.code",
    "users.email",
    "users.slug",
  ]);
});
