import { expect, test } from "vitest";
import { createTestProject } from "../../testing/testProject";
import { eventsOf } from "./events";

async function eventsIn(files: Readonly<Record<string, string>>): Promise<string[]> {
  const { project } = await createTestProject({ "pyproject.toml": "", ...files });
  return eventsOf(project.code).map(
    ({ name, fields, place: { path, line } }) =>
      `${name}(${fields?.join(", ") ?? "?"}) ${path}:${line + 1}`,
  );
}

test("an event by the name that a call gives it", async () => {
  const service = [
    "from app.bus import bus",
    "PAID = 'order.paid.v1'",
    "def pay(key): bus.publish(PAID, {'id': key})",
    "def tell(text): bus.publish(text)",
  ].join("\n");
  expect(await eventsIn({ "app/orders/service.py": service })).toEqual([
    "order.paid.v1(id) app/orders/service.py:3",
  ]);
});

test("a helper that is given the name", async () => {
  const service = [
    "from app.bus import publish_event",
    "class OrderService:",
    "    def pay(self, key): self._save(key, 'order.paid.v1')",
    "    def ship(self, key): self._save(key, event_type='order.shipped.v1')",
    "    def drop(self, key, event_type): self._save(key, event_type)",
    "    def _save(self, key, event_type): publish_event(event_type, {'id': key})",
  ].join("\n");
  expect(await eventsIn({ "app/orders/service.py": service })).toEqual([
    "order.paid.v1(id) app/orders/service.py:3",
    "order.shipped.v1(id) app/orders/service.py:4",
  ]);
});

test("a text with dots that is handed on as something else is no event", async () => {
  const service = [
    "from app.mail import send",
    "def mail(filename, to): send(filename, to)",
    "def report(): mail('report.pdf', 'a.b')",
  ].join("\n");
  expect(await eventsIn({ "app/reports/service.py": service })).toEqual([]);
});
