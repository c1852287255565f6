import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";

export type Heard = { headers: IncomingHttpHeaders; body: string };
/** A status to answer with, "silence" for none at all, or where to send the caller on to. */
export type Manner = number | "silence" | { location: string };

export type WebhookReceiver = {
  url: string;
  heard: Heard[];
  behave: (manner: Manner) => void;
  close: () => Promise<void>;
};

/** Another system on loopback that hears webhooks, and behaves as it is told. */
export async function startWebhookReceiver(): Promise<WebhookReceiver> {
  let manner: Manner = 204;
  const heard: Heard[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    heard.push({ headers: request.headers, body: Buffer.concat(chunks).toString("utf8") });
    if (manner === "silence") return;
    if (typeof manner === "object") response.writeHead(302, manner).end();
    else response.writeHead(manner).end();
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`,
    heard,
    behave: (next) => {
      manner = next;
    },
    close: async () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
