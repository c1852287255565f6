import type { FieldFault } from "@/lib/base/errors";
import type { MessageKey } from "@/lib/base/language";

/** What only the REST edge refuses, before any verb: no domain error, and never thrown by a room. */
export class ApiRefusal extends Error {
  private constructor(
    readonly status: number,
    readonly key: MessageKey,
    readonly headers: Record<string, string> = {},
    readonly fields: FieldFault[] = [],
  ) {
    super(key);
  }

  static noToken = () => new ApiRefusal(401, "errors.noToken", { "www-authenticate": "Bearer" });
  static scope = () => new ApiRefusal(403, "errors.scope");
  static tooMany = (seconds: number) => new ApiRefusal(429, "errors.tooMany", { "retry-after": String(seconds) });
  static tooLarge = () => new ApiRefusal(413, "errors.tooLarge");
  /** A reference whose check digit is wrong was mistyped, and cannot be anyone's: saying so tells nothing. */
  static mistyped = () =>
    new ApiRefusal(404, "errors.notFound", {}, [{ path: "reference", key: "api.mistypedReference" }]);
  static json = () => new ApiRefusal(400, "errors.json");
  static bodyType = (type: string) => new ApiRefusal(415, "errors.bodyType", { accept: type });
}
