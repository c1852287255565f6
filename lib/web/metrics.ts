import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import { processWide } from "@/lib/base/process-wide";

type Metrics = {
  registry: Registry;
  duration: Histogram<"route" | "method" | "status">;
  queue: Gauge<"state">;
  orphans: Gauge;
};

const metrics = processWide<Metrics | null>("metrics", () => null);

/** The process's own metrics, in Prometheus' terms; route is a class of addresses, never an address. */
export function processMetrics(): Metrics {
  metrics.value ??= build();
  return metrics.value;
}

function build(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const duration = new Histogram({
    name: "http_request_duration_seconds",
    help: "Time to answer, by class of route",
    labelNames: ["route", "method", "status"],
    buckets: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  const queue = new Gauge({
    name: "queue_jobs",
    help: "Jobs that wait, and jobs that have given up",
    labelNames: ["state"],
    registers: [registry],
  });
  const orphans = new Gauge({
    name: "tickets_without_agent",
    help: "Open tickets in a queue that nobody works",
    registers: [registry],
  });
  return { registry, duration, queue, orphans };
}
