import { request as plainRequest } from "node:http";
import { request as tlsRequest } from "node:https";
import { Unavailable } from "./errors";
import { assertAllowedAddress, type Pinned, type Resolve } from "./outbound";

export type OutboundRequest = {
  method: string;
  headers?: Record<string, string>;
  body?: string;
  /** Milliseconds until the whole answer must be here; default 15 s. */
  timeoutMs?: number;
  /** Bytes of body that are accepted; default 8 MB. */
  maxBytes?: number;
};

/** Header names in lower case; `text` is the whole body, decoded as UTF-8. */
export type OutboundAnswer = { status: number; headers: Record<string, string>; text: string };

export type GuardedFetch = (
  url: string,
  request: OutboundRequest,
  allowed: readonly string[],
  resolve?: Resolve,
) => Promise<OutboundAnswer>;

/**
 * One call to the outside world: the address is checked, the connection goes to exactly the addresses that were checked (so a
 * name that changes its mind in between reaches nothing), no redirect is followed. Throws Unavailable.
 */
export const guardedFetch: GuardedFetch = async (url, request, allowed, resolve) => {
  const pinned = await assertAllowedAddress(url, allowed, resolve);
  const answer = await send(new URL(url), request, pinned);
  if (answer.status >= 300 && answer.status < 400 && answer.headers.location !== undefined)
    throw new Unavailable(`${pinned.host}: redirect ${answer.status}`, false, "outbound.redirected");
  return answer;
};

function send(url: URL, { method, headers = {}, body, timeoutMs, maxBytes }: OutboundRequest, pinned: Pinned) {
  const limit = maxBytes ?? 8_000_000;
  return new Promise<OutboundAnswer>((answer, fail) => {
    const request = (url.protocol === "https:" ? tlsRequest : plainRequest)(
      url,
      { method, headers, lookup: pinned.lookup, agent: false, signal: AbortSignal.timeout(timeoutMs ?? 15_000) },
      (response) => {
        const chunks: Buffer[] = [];
        let size = 0;
        response.on("data", (chunk: Buffer) => {
          size += chunk.length;
          chunks.push(chunk);
          if (size > limit) response.destroy(new Unavailable(`${pinned.host}: too large`, false, "outbound.tooLarge"));
        });
        response.on("error", (error) => fail(asUnavailable(error, pinned.host)));
        response.on("end", () =>
          answer({
            status: response.statusCode ?? 0,
            headers: flat(response.headers),
            text: Buffer.concat(chunks).toString("utf8"),
          }),
        );
      },
    );
    request.on("error", (error) => fail(asUnavailable(error, pinned.host)));
    request.end(body);
  });
}

const flat = (headers: NodeJS.Dict<string | string[]>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value ?? ""].flat().join(", ")]));

function asUnavailable(error: Error, host: string): Unavailable {
  if (error instanceof Unavailable) return error;
  const code = "code" in error ? String(error.code) : "";
  if (error.name === "AbortError" || error.name === "TimeoutError")
    return new Unavailable(`${host}: no answer in time`, true, "outbound.noAnswer");
  const isCertificate = /CERT|SIGNATURE|ISSUER/.test(code);
  return new Unavailable(
    `${host}: ${code || error.name}`,
    true,
    isCertificate ? "outbound.certificate" : "outbound.noAnswer",
  );
}
