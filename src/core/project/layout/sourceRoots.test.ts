import { describe, expect, test } from "vitest";
import { detectSourceRoots } from "./sourceRoots";

/** Each file's dotted name and root, as `name @ root`. @param files imports by path. */
function place(
  files: Readonly<Record<string, readonly string[]>>,
  configured?: readonly string[],
): Record<string, string> {
  const paths = Object.keys(files);
  const layout = detectSourceRoots({ paths, importsOf: (path) => files[path] ?? [], configured });
  return Object.fromEntries(
    paths.map((path) => {
      const { name, root } = layout.placementOf(path);
      return [path, `${name} @ ${root}`];
    }),
  );
}

describe("a layout that packages tell", () => {
  test("flat, with a module at the top", () => {
    expect(place({ "main.py": ["app.api"], "app/__init__.py": [], "app/api.py": [] })).toEqual({
      "main.py": "main @ ",
      "app/__init__.py": "app @ ",
      "app/api.py": "app.api @ ",
    });
  });

  test("below src", () => {
    expect(place({ "src/shop/__init__.py": [], "src/shop/db.py": [] })).toEqual({
      "src/shop/__init__.py": "shop @ src",
      "src/shop/db.py": "shop.db @ src",
    });
  });

  test("several packages side by side", () => {
    expect(place({ "backend/a/__init__.py": [], "backend/b/__init__.py": ["a"] })).toEqual({
      "backend/a/__init__.py": "a @ backend",
      "backend/b/__init__.py": "b @ backend",
    });
  });

  test("a repository root that is a package itself", () => {
    expect(place({ "__init__.py": [], "app/__init__.py": [], "app/x.py": [] })).toEqual({
      "__init__.py": " @ ",
      "app/__init__.py": "app @ ",
      "app/x.py": "app.x @ ",
    });
  });

  test("a namespace in the middle stays in its package", () => {
    const files = { "app/__init__.py": [], "app/api/users.py": [], "app/api/v1/__init__.py": [] };
    expect(place(files)).toMatchObject({
      "app/api/users.py": "app.api.users @ ",
      "app/api/v1/__init__.py": "app.api.v1 @ ",
    });
  });
});

describe("a layout that imports tell", () => {
  test("no __init__.py at all", () => {
    const files = { "backend/app/main.py": ["app.api.users"], "backend/app/api/users.py": [] };
    expect(place(files)).toEqual({
      "backend/app/main.py": "app.main @ backend",
      "backend/app/api/users.py": "app.api.users @ backend",
    });
  });

  test("a namespace at the top", () => {
    const files = {
      "company/shop/__init__.py": [],
      "company/shop/db.py": [],
      "company/mail/__init__.py": ["company.shop.db"],
    };
    expect(place(files)).toMatchObject({ "company/shop/db.py": "company.shop.db @ " });
  });

  test("a longer name than the packages suggest", () => {
    const files = {
      "backend/main.py": ["backend.api.users"],
      "backend/api/__init__.py": [],
      "backend/api/users.py": [],
      "tests/test_main.py": ["backend.main"],
    };
    expect(place(files)).toMatchObject({
      "backend/main.py": "backend.main @ ",
      "backend/api/users.py": "backend.api.users @ ",
    });
  });

  test("a shorter name than the packages suggest", () => {
    const files = {
      "src/__init__.py": [],
      "src/app/__init__.py": [],
      "src/app/main.py": ["app.db"],
      "src/app/db.py": [],
    };
    expect(place(files)).toMatchObject({ "src/app/db.py": "app.db @ src" });
  });

  test("the majority, where a package is imported by two names", () => {
    const files = {
      "src/__init__.py": [],
      "src/app/__init__.py": [],
      "src/app/core/__init__.py": [],
      "src/app/core/db.py": [],
      "src/migrations/env.py": ["app.core.db"],
      "tests/test_a.py": ["src.app.main"],
      "tests/test_b.py": ["src.app.main"],
      "src/app/main.py": [],
    };
    expect(place(files)).toMatchObject({
      "src/app/main.py": "src.app.main @ ",
      "src/app/core/db.py": "src.app.core.db @ ",
    });
  });

  test("several backends with a package of one name", () => {
    const files = {
      "service_a/app/main.py": ["app.db"],
      "service_a/app/db.py": [],
      "service_a/tests/test_db.py": ["app.db"],
      "service_b/app/main.py": ["app.db"],
      "service_b/app/db.py": [],
    };
    expect(place(files)).toEqual({
      "service_a/app/main.py": "app.main @ service_a",
      "service_a/app/db.py": "app.db @ service_a",
      "service_a/tests/test_db.py": "tests.test_db @ service_a",
      "service_b/app/main.py": "app.main @ service_b",
      "service_b/app/db.py": "app.db @ service_b",
    });
  });

  test("a folder whose name is no identifier starts anew", () => {
    const files = { "user-service/app/main.py": ["app.db"], "user-service/app/db.py": [] };
    expect(place(files)).toMatchObject({ "user-service/app/db.py": "app.db @ user-service" });
  });

  test("modules beside each other without a package", () => {
    const files = { "backend/main.py": ["database"], "backend/database.py": [] };
    expect(place(files)).toMatchObject({ "backend/database.py": "database @ backend" });
  });
});

describe("folders beside the code", () => {
  test("migrations and scripts take the backend's root", () => {
    const files = {
      "backend/app/__init__.py": [],
      "backend/app/db.py": ["app.db"],
      "backend/alembic/env.py": ["alembic", "alembic.context", "app.db"],
      "backend/alembic/versions/2024_01_01.py": ["alembic", "alembic.op"],
      "backend/scripts/seed.py": ["app.db"],
    };
    expect(place(files)).toMatchObject({
      "backend/alembic/env.py": "alembic.env @ backend",
      "backend/alembic/versions/2024_01_01.py": "alembic.versions.2024_01_01 @ backend",
      "backend/scripts/seed.py": "scripts.seed @ backend",
    });
  });

  test("scripts that import each other are their own root", () => {
    const files = { "app/__init__.py": [], "scripts/a.py": ["helpers"], "scripts/helpers.py": [] };
    expect(place(files)).toMatchObject({ "scripts/helpers.py": "helpers @ scripts" });
  });

  test("tests beside src", () => {
    const files = {
      "src/shop/db.py": [],
      "tests/__init__.py": [],
      "tests/test_db.py": ["shop.db", "tests.util"],
      "tests/util.py": [],
    };
    expect(place(files)).toMatchObject({
      "src/shop/db.py": "shop.db @ src",
      "tests/util.py": "tests.util @ ",
    });
  });
});

describe("names that only look alike", () => {
  test("an installed package is not the file of its name", () => {
    const files = {
      "app/__init__.py": [],
      "app/core/__init__.py": [],
      "app/core/redis.py": ["redis"],
      "app/core/cache.py": ["redis", "logging", "minio"],
      "app/core/logging.py": ["logging"],
    };
    expect(place(files)).toMatchObject({ "app/core/redis.py": "app.core.redis @ " });
  });

  test("nor is a package that nobody knows, below a package", () => {
    const files = {
      "app/__init__.py": [],
      "app/billing/__init__.py": [],
      "app/billing/payfast.py": ["payfast"],
      "app/billing/pay.py": ["payfast"],
    };
    expect(place(files)).toMatchObject({ "app/billing/payfast.py": "app.billing.payfast @ " });
  });
});

describe("configured roots", () => {
  test("win over imports", () => {
    const files = { "src/app/main.py": ["src.app.db"], "src/app/db.py": [] };
    expect(place(files, ["./src/"])).toMatchObject({ "src/app/db.py": "app.db @ src" });
  });

  test("the deepest one counts, and files outside are detected", () => {
    const files = { "src/app/a.py": [], "src/lib/pkg/b.py": [], "other/pkg/__init__.py": [] };
    expect(place(files, ["src", "src/lib"])).toEqual({
      "src/app/a.py": "app.a @ src",
      "src/lib/pkg/b.py": "pkg.b @ src/lib",
      "other/pkg/__init__.py": "pkg @ other",
    });
  });
});

describe("files that come later", () => {
  const layout = detectSourceRoots({
    paths: ["src/shop/__init__.py", "src/shop/db.py"],
    importsOf: () => [],
  });

  test("take the root of their folder, or of the one above", () => {
    expect(layout.placementOf("src/shop/api.py").name).toBe("shop.api");
    expect(layout.placementOf("src/shop/v1/api.py").name).toBe("shop.v1.api");
  });

  test("can move roots only as a package or in a new folder", () => {
    expect(layout.mayChangeWith("src/shop/api.py")).toBe(false);
    expect(layout.mayChangeWith("src/shop/v1/api.py")).toBe(true);
    expect(layout.mayChangeWith("src/__init__.py")).toBe(true);
  });
});

test("the order of the files changes nothing", () => {
  const files = { "b/app/x.py": ["app.y"], "b/app/y.py": [], "a/app/y.py": [], "t.py": ["app.y"] };
  const reversed = Object.fromEntries(Object.entries(files).reverse());
  expect(place(reversed)).toEqual(place(files));
});
