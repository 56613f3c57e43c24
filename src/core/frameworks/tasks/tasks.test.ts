import { describe, expect, it } from "vitest";
import { codeBaseOf } from "../../testing/testCodeBase";
import { tasksOf } from "./tasks";
import { mentionsTasks } from "./taskWords";

async function tasksIn(files: Readonly<Record<string, string>>) {
  const code = await codeBaseOf(files);
  return tasksOf(
    code.paths.map((path) => code.run(path)),
    code,
  );
}

/** `name queue retries seconds schedule` */
async function shownIn(text: string): Promise<readonly string[]> {
  const { tasks } = await tasksIn({ "a.py": text });
  return tasks.map((one) =>
    [one.name, one.queue, one.maxRetries, one.timeLimitSeconds, one.schedule].join(" ").trim(),
  );
}

describe("tasks", () => {
  it("takes no module or method for a library's because objects of JavaScript have its name", async () => {
    const code = await codeBaseOf({
      "a.py": `
        from constructor import toString
        def send(valueOf):
            valueOf.constructor(1)
            toString.hasOwnProperty("x")
      `,
    });
    expect(mentionsTasks("a.py", code)).toBe(false);
    expect(tasksOf([code.run("a.py")], code)).toMatchObject({ tasks: [], enqueues: [] });
  });

  it("reads Celery's tasks with their options and defaults", async () => {
    const { tasks, enqueues } = await tasksIn({
      "app/__init__.py": "",
      "app/worker.py": `
        from celery import Celery
        app = Celery("x", broker="redis://")
      `,
      "app/mails.py": `
        from celery import shared_task
        from .worker import app
        @app.task(name="mails.send", bind=True, max_retries=5, time_limit=60, queue="mails")
        def send(self): ...
        @shared_task
        def clean(): ...
      `,
      "app/users.py": `
        from .mails import clean, send
        def register():
            send.delay(1)
            send.apply_async(args=(1,), queue="x")
            clean.s().delay()
      `,
    });
    expect(
      tasks.map(
        ({
          function: _function,
          value: _value,
          declaration: _node,
          limits: _limits,
          place,
          ...one
        }) => one,
      ),
    ).toEqual([
      {
        name: "mails.send",
        kind: "celery",
        queue: "mails",
        maxRetries: 5,
        timeLimitSeconds: 60,
        schedule: null,
        options: { bind: "True" },
      },
      {
        name: "app.mails.clean",
        kind: "celery",
        queue: "celery",
        maxRetries: 3,
        timeLimitSeconds: null,
        schedule: null,
        options: {},
      },
    ]);
    expect(enqueues.map(({ name, method, caller }) => `${caller?.name} ${name} ${method}`)).toEqual(
      [
        "register mails.send delay",
        "register mails.send apply_async",
        "register app.mails.clean delay",
      ],
    );
  });

  it("reads Celery's configuration: routes, limits and schedules", async () => {
    const text = `
      from datetime import timedelta
      from celery import Celery
      from celery.schedules import crontab
      app = Celery()
      app.conf.update(task_time_limit=30, task_default_queue="low")
      app.conf.task_routes = {"a.heavy*": {"queue": "high"}}
      app.conf.beat_schedule = {"x": {"task": "a.nightly", "schedule": crontab(hour=3)}}
      @app.task
      def heavy_one(): ...
      @app.task(soft_time_limit=10)
      def nightly(): ...
      @app.task
      def often(): ...
      @app.on_after_configure.connect
      def setup(sender, **kwargs):
          sender.add_periodic_task(10.0, often.s())
      `;
    expect(await shownIn(text)).toEqual([
      "a.heavy_one high 3 30",
      "a.nightly low 3 10 crontab(hour=3)",
      "a.often low 3 30 10.0",
    ]);
  });

  it("does not guess what configuration elsewhere says", async () => {
    const text = `
      from celery import Celery
      app = Celery()
      app.config_from_object("elsewhere")
      @app.task
      def one(): ...
      `;
    expect(await shownIn(text)).toEqual(["a.one  3"]);
  });

  it("finds class-based tasks of Celery", async () => {
    const text = `
      from celery import Celery, Task
      app = Celery()
      class Base(Task):
          max_retries = 7
      class Send(Base):
          name = "send"
          def run(self): ...
      class Other(Base):
          def run(self): ...
      app.register_task(Other())
      `;
    expect(await shownIn(text)).toEqual(["send celery 7", "a.Other celery 7"]);
  });

  it("reads Dramatiq's actors, milliseconds as seconds", async () => {
    const text = `
      import dramatiq
      @dramatiq.actor(max_retries=3, time_limit=60_000, queue_name="mails", actor_name="mail")
      def send(): ...
      @dramatiq.actor
      def clean(): ...
      class Task:
          __name__ = "by_class"
          def __call__(self): ...
      by_class = dramatiq.actor(Task(), max_retries=0)
      def use():
          send.send(1)
          by_class.send_with_options(args=(), delay=5)
      `;
    expect(await shownIn(text)).toEqual([
      "mail mails 3 60",
      "clean default 20 600",
      "by_class default 0 600",
    ]);
    const { enqueues } = await tasksIn({ "a.py": text });
    expect(enqueues.map(({ name, method }) => `${name} ${method}`)).toEqual([
      "mail send",
      "by_class send_with_options",
    ]);
  });

  it("takes the defaults of Dramatiq from the broker's middleware", async () => {
    const text = `
      import dramatiq
      from dramatiq.brokers.redis import RedisBroker
      from dramatiq.middleware import Retries
      dramatiq.set_broker(RedisBroker(middleware=[Retries(max_retries=2)]))
      @dramatiq.actor
      def clean(): ...
      `;
    expect(await shownIn(text)).toEqual(["clean default 2"]);
  });

  it("reads the workers of arq, cron jobs among them", async () => {
    const text = `
      from arq import cron, func
      from arq.connections import RedisSettings
      async def one(ctx): ...
      async def two(ctx): ...
      async def nightly(ctx): ...
      class WorkerSettings:
          functions = [one, func(two, name="second", timeout=10, max_tries=2)]
          cron_jobs = [cron(nightly, hour=3, minute={0, 30})]
          redis_settings = RedisSettings()
          max_tries = 4
      async def use(pool):
          await pool.enqueue_job("second", 1)
      `;
    expect(await shownIn(text)).toEqual([
      "one arq:queue 3 300",
      "second arq:queue 1 10",
      "cron:nightly arq:queue 0 300 cron(hour=3, minute={0, 30})",
    ]);
    const { enqueues } = await tasksIn({ "a.py": text });
    expect(enqueues.map(({ task }) => task?.name)).toEqual(["second"]);
  });

  it("reads Taskiq's tasks, from brokers chosen by a setting too", async () => {
    const text = `
      import os
      from taskiq import InMemoryBroker
      from taskiq_redis import ListQueueBroker, RedisAsyncResultBackend
      if os.getenv("TESTING"):
          broker = InMemoryBroker()
      else:
          broker = ListQueueBroker("redis://").with_result_backend(RedisAsyncResultBackend("redis://"))
      @broker.task(task_name="mail", max_retries=2, timeout=5, schedule=[{"cron": "* * * * *"}])
      async def send(): ...
      @broker.task
      async def plain(): ...
      async def use():
          await send.kiq()
          await plain.kicker().with_labels(x=1).kiq()
      `;
    expect(await shownIn(text)).toEqual(['mail  2 5 [{"cron": "* * * * *"}]', "a:plain"]);
    const { enqueues } = await tasksIn({ "a.py": text });
    expect(enqueues.map(({ name }) => name)).toEqual(["mail", "a:plain"]);
  });

  it("reads RQ's queues and APScheduler's jobs", async () => {
    const text = `
      from apscheduler.schedulers.asyncio import AsyncIOScheduler
      from apscheduler.triggers.cron import CronTrigger
      from redis import Redis
      from rq import Queue, Retry
      queue = Queue("mails", connection=Redis())
      scheduler = AsyncIOScheduler()
      def send(): ...
      @scheduler.scheduled_job("interval", minutes=5)
      def tick(): ...
      def night(): ...
      scheduler.add_job(night, CronTrigger(hour=3), id="nightly")
      def use():
          queue.enqueue(send, 1, job_timeout=10, retry=Retry(max=3))
      `;
    expect(await shownIn(text)).toEqual([
      "tick  0  interval(minutes=5)",
      "nightly  0  cron(hour=3)",
      "a.send mails 3 10",
    ]);
  });

  it("gives a task the schedule of the job that asks for it", async () => {
    const text = `
      import dramatiq
      from apscheduler.schedulers.blocking import BlockingScheduler
      from apscheduler.triggers.cron import CronTrigger
      @dramatiq.actor
      def clean(): ...
      def schedule():
          scheduler = BlockingScheduler()
          scheduler.add_job(clean.send, CronTrigger.from_crontab("0 0 * * *"))
      `;
    expect(await shownIn(text)).toEqual(["clean default 20 600 0 0 * * *"]);
  });

  it("finds what runs after the response, and says what it cannot know", async () => {
    const { tasks, enqueues, unresolved } = await tasksIn({
      "a.py": `
        from fastapi import BackgroundTasks
        from starlette.background import BackgroundTask
        def send(): ...
        class Service:
            def log(self): ...
            def run(self, background: BackgroundTasks):
                background.add_task(self.log)
        def endpoint(background: BackgroundTasks, given, others: list):
            background.add_task(send, 1)
            background.add_task(given)
            others.add_task(send)
            return BackgroundTask(send)
      `,
    });
    expect(tasks.map(({ name, kind }) => `${kind} ${name}`)).toEqual([
      "background Service.log",
      "background send",
    ]);
    expect(enqueues.map(({ caller }) => caller?.qualname)).toEqual(["Service.run", "endpoint"]);
    expect(unresolved.map(({ line }) => line)).toEqual([9]);
  });
});

describe("limits", () => {
  /** `name time retries` */
  async function limitsIn(text: string): Promise<readonly string[]> {
    const { tasks } = await tasksIn({ "a.py": text });
    return tasks.map(({ name, limits }) => `${name} ${limits.time} ${limits.retries}`);
  }

  it("of Celery come from the task, its base, or the application", async () => {
    const tasks = `
      from celery import Celery, Task
      app = Celery("x")
      class Limited(Task):
          soft_time_limit = 10
      @app.task
      def plain(): ...
      @app.task(time_limit=5, max_retries=2)
      def own(): ...
      @app.task(base=Limited, max_retries=None, autoretry_for=(OSError,))
      def based(): ...
      @app.task(max_retries=None)
      def never(): ...
    `;
    expect(await limitsIn(tasks)).toEqual([
      "a.plain none elsewhere",
      "a.own task task",
      "a.based elsewhere none",
      "a.never none elsewhere",
    ]);
    const configured = `${tasks}\n      app.conf.update(task_time_limit=60)\n`;
    expect((await limitsIn(configured))[0]).toBe("a.plain elsewhere elsewhere");
    const elsewhere = `${tasks}\n      app.config_from_object("nowhere")\n`;
    expect((await limitsIn(elsewhere))[0]).toBe("a.plain unknown elsewhere");
  });

  it("of Dramatiq come from its middleware", async () => {
    const actors = `
      @dramatiq.actor
      def plain(): ...
      @dramatiq.actor(max_retries=None, time_limit=float("inf"))
      def endless(): ...
      @dramatiq.actor(max_retries=None, retry_when=decide)
      def asked(): ...
    `;
    expect(await limitsIn(`      import dramatiq${actors}`)).toEqual([
      "plain elsewhere elsewhere",
      "endless none none",
      "asked elsewhere task",
    ]);
    const bare = `
      import dramatiq
      from dramatiq.brokers.redis import RedisBroker
      from dramatiq.middleware import Retries
      dramatiq.set_broker(RedisBroker(middleware=[Retries(max_retries=None)]))${actors}`;
    expect((await limitsIn(bare))[0]).toBe("plain none none");
  });

  it("of the others, too", async () => {
    expect(
      await limitsIn(`
        from redis import Redis
        from rq import Queue
        from taskiq import InMemoryBroker, SimpleRetryMiddleware
        broker = InMemoryBroker().with_middlewares(SimpleRetryMiddleware())
        queue = Queue(connection=Redis())
        @broker.task
        async def mail(): ...
        @broker.task(timeout=5)
        async def short(): ...
        def job(): ...
        queue.enqueue(job, job_timeout=-1)
        async def work(ctx): ...
        class WorkerSettings:
            functions = [work]
      `),
    ).toEqual([
      "a:mail none elsewhere",
      "a:short task elsewhere",
      "a.job none elsewhere",
      "work elsewhere elsewhere",
    ]);
  });
});
