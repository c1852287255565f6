/** One server-sent event. Without a name it only moves the id from which the browser resumes. */
export type StreamEvent = { event?: string; data?: unknown; id?: string; retryMs?: number };

export type EventStream = {
  body: ReadableStream<Uint8Array>;
  /** False where the reader is too far behind, or gone: the stream has ended then. */
  send: (event: StreamEvent) => boolean;
  end: () => void;
};

/** The wire format of HTML's server-sent events; data is JSON, so it holds no line break of its own. */
export function written({ event, data, id, retryMs }: StreamEvent): string {
  const lines = [
    ...(retryMs === undefined ? [] : [`retry: ${retryMs}`]),
    ...(id === undefined ? [] : [`id: ${id}`]),
    ...(event === undefined ? [] : [`event: ${event}`]),
    ...(event === undefined ? [] : [`data: ${JSON.stringify(data ?? {})}`]),
  ];
  return `${lines.join("\n")}\n\n`;
}

/**
 * A stream of events that holds at most `mostBytes` for a reader who does not read, and ends rather than hold more: it resumes by
 * its last id when it comes back. `ended` is called once, whoever ended it.
 */
export function eventStream({ mostBytes, ended }: { mostBytes: number; ended: () => void }): EventStream {
  const encoder = new TextEncoder();
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  const close = (act: (open: ReadableStreamDefaultController<Uint8Array>) => void) => {
    const open = controller;
    if (!open) return;
    controller = null;
    act(open);
    ended();
  };
  const body = new ReadableStream<Uint8Array>(
    {
      start: (its) => {
        controller = its;
      },
      cancel: () => close(() => {}),
    },
    new ByteLengthQueuingStrategy({ highWaterMark: mostBytes }),
  );
  const send = (event: StreamEvent) => {
    if (!controller) return false;
    controller.enqueue(encoder.encode(written(event)));
    if ((controller.desiredSize ?? 0) > 0) return true;
    close((open) => open.error(new Error("the reader is too slow")));
    return false;
  };
  return { body, send, end: () => close((open) => open.close()) };
}
