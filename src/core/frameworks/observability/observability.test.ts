import { describe, expect, it } from "vitest";
import { codeBaseOf } from "../../testing/testCodeBase";
import { observabilityOf } from "./observability";

async function observabilityIn(files: Readonly<Record<string, string>>) {
  const code = await codeBaseOf(files);
  return observabilityOf(
    code.paths.map((path) => code.run(path)),
    code,
  );
}

describe("observability", () => {
  it("finds loggers with their names", async () => {
    const { loggers } = await observabilityIn({
      "app/__init__.py": "",
      "app/a.py": `
        import logging
        import structlog
        from loguru import logger
        log = logging.getLogger(__name__)
        root = logging.getLogger()
        other = structlog.get_logger("x")
        def use(name):
            logging.getLogger(name).info("x")
      `,
    });
    expect(loggers.map(({ library, name, place }) => [library, name, place.line])).toEqual([
      ["loguru", null, 2],
      ["logging", "app.a", 3],
      ["logging", "root", 4],
      ["structlog", "x", 5],
      ["logging", null, 7],
    ]);
  });

  it("finds metrics with their labels", async () => {
    const { metrics, unresolved } = await observabilityIn({
      "a.py": `
        from opentelemetry import metrics
        from prometheus_client import Counter, Histogram
        from statsd import StatsClient
        REQUESTS = Counter("requests_total", "All requests", ["method", "path"])
        TIME = Histogram(name="seconds", documentation="Time", labelnames=("path",))
        meter = metrics.get_meter(__name__)
        jobs = meter.create_counter("jobs", description="All jobs")
        stats = StatsClient()
        def use(name):
            stats.incr("used")
            Counter(name, "x")
      `,
    });
    expect(metrics.map(({ kind, name, labels }) => [kind, name, labels])).toEqual([
      ["counter", "requests_total", ["method", "path"]],
      ["histogram", "seconds", ["path"]],
      ["counter", "jobs", []],
      ["counter", "used", []],
      ["counter", null, []],
    ]);
    expect(unresolved.map(({ line }) => line)).toEqual([10]);
  });
});
